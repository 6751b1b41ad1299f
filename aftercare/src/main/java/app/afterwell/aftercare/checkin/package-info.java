/** The questions a client is asked after a visit, their answers and what follows from them. */
@NamedInterface("checkin")
@NullMarked
package app.afterwell.aftercare.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
