/** The client's pages. */
@NullMarked
package app.afterwell.webui.portal;

import org.jspecify.annotations.NullMarked;
