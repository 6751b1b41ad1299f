package app.afterwell.booking;

/**
 * How a client kept their appointments of the last year.
 *
 * @param came visits that took place
 * @param late cancelled by the client inside the location's notice period
 * @param missed not cancelled, and did not come
 */
public record ClientAttendance(int came, int late, int missed) {}
