package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import java.time.Instant;
import java.util.UUID;

/**
 * That a visit was settled, as the desk noted it.
 *
 * @param number what stands on the receipt
 * @param amount the visit's price when it was settled
 * @param by who noted it
 */
public record Settlement(
        UUID id, long number, AppointmentId appointment, PaymentMethod method, Money amount, Instant at, String by) {}
