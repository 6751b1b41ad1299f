/** Locations, staff, services and the calendar, from which visits come. */
@NullMarked
package app.afterwell.booking;

import org.jspecify.annotations.NullMarked;
