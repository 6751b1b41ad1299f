package app.afterwell.domain;

/** An appointment got another time, practitioner or room. */
public record AppointmentMoved(AppointmentId appointment, ClientId client, long version) {}
