/** Who may sign in, and what they may do. */
@NullMarked
package app.afterwell.webui.security;

import org.jspecify.annotations.NullMarked;
