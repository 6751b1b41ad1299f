/** Calendar files (iCalendar, RFC 5545) for feeds and for mail. */
@NullMarked
package app.afterwell.webui.calendarfile;

import org.jspecify.annotations.NullMarked;
