/** The day board, booking, and what else the desk does. */
@NullMarked
package app.afterwell.webui.desk;

import org.jspecify.annotations.NullMarked;
