package app.afterwell.aftercare.plan;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;

/** A client got the basics, because the note of their visit was not signed by the next morning. */
public record BasicsGiven(AppointmentId appointment, ClientId client) {}
