package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import java.util.UUID;

/** A freed time is held for a client of the waitlist; {@link Waitlist#offer} says which. */
public record WaitlistOffered(UUID offer, ClientId client) {}
