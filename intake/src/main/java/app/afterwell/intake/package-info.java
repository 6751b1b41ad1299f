/** Clients, their health history and their consent, from which the safety profile comes. */
@NullMarked
package app.afterwell.intake;

import org.jspecify.annotations.NullMarked;
