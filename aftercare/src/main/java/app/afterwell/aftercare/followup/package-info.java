/** The tasks that staff owe. */
@NamedInterface("followup")
@NullMarked
package app.afterwell.aftercare.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
