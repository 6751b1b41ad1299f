/** The roof: views, HTTP API, security and wiring. */
@NullMarked
package app.afterwell.webui;

import org.jspecify.annotations.NullMarked;
