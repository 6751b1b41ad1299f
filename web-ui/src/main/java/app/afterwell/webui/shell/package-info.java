/** The frame of every page: layout, navigation, theme, live updates. */
@NullMarked
package app.afterwell.webui.shell;

import org.jspecify.annotations.NullMarked;
