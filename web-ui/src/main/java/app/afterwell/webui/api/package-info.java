/** The HTTP API under /api/v1. */
@NullMarked
package app.afterwell.webui.api;

import org.jspecify.annotations.NullMarked;
