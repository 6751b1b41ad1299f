/** The day with one column a therapist or room. */
@NullMarked
package app.afterwell.webui.components.calendar;

import org.jspecify.annotations.NullMarked;
