/** Locks the screen of staff who have walked away: a curtain over the page, and a server that answers nothing. */
@NullMarked
package app.afterwell.webui.lock;

import org.jspecify.annotations.NullMarked;
