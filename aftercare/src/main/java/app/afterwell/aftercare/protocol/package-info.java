/** The clinic protocol: its file format, its versions and who approved them. */
@NamedInterface("protocol")
@NullMarked
package app.afterwell.aftercare.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
