/** The inbox of the tasks that staff owe. */
@NullMarked
package app.afterwell.webui.tasks;

import org.jspecify.annotations.NullMarked;
