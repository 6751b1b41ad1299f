/** Ways through the whole system in a real browser. */
@NullMarked
package app.afterwell.journey;

import org.jspecify.annotations.NullMarked;
