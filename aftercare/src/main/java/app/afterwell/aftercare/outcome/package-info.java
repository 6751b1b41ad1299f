/** What came of the aftercare, as numbers for the owner in which nobody can be recognised. */
@NamedInterface("outcome")
@NullMarked
package app.afterwell.aftercare.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
