/** The owner's pages. */
@NullMarked
package app.afterwell.webui.admin;

import org.jspecify.annotations.NullMarked;
