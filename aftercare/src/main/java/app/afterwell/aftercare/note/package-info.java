/** The session note: draft, autosave, signature. */
@NamedInterface("note")
@NullMarked
package app.afterwell.aftercare.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
