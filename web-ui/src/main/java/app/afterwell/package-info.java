/** The application. */
@NullMarked
package app.afterwell;

import org.jspecify.annotations.NullMarked;
