/** What leaves the house on paper: notes and charts as PDF documents. */
@NullMarked
package app.afterwell.webui.record;

import org.jspecify.annotations.NullMarked;
