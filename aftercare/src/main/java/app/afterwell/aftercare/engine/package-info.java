/** The pure function from findings, safety profile, history and protocol to a plan; no clock, no random, no I/O. */
@NamedInterface("engine")
@NullMarked
package app.afterwell.aftercare.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
