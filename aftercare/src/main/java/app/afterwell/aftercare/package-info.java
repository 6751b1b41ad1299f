/** From the signed session note to the plan, its tasks and its check-ins. */
@NullMarked
package app.afterwell.aftercare;

import org.jspecify.annotations.NullMarked;
