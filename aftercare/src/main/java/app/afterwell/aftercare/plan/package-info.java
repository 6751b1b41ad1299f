/** The aftercare plan that a signed note issues, and the client's ticks. */
@NamedInterface("plan")
@NullMarked
package app.afterwell.aftercare.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
