package app.afterwell.booking;

import app.afterwell.domain.VisitStatus;

/**
 * How often a client's appointments were cancelled or missed for one reason.
 *
 * @param status {@code CANCELLED} or {@code NO_SHOW}
 */
public record ReasonCount(String reason, VisitStatus status, int times) {}
