package app.afterwell.booking;

import java.util.List;

/**
 * A part of a list of appointments, ordered by start.
 *
 * @param total how many there are on all pages
 */
public record AppointmentPage(List<AppointmentInfo> items, int page, int size, long total) {}
