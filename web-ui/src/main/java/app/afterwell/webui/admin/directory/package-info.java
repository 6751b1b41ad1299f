/** The owner's pages about where, by whom and what is treated. */
@NullMarked
package app.afterwell.webui.admin.directory;

import org.jspecify.annotations.NullMarked;
