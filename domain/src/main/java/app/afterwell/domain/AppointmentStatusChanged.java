package app.afterwell.domain;

/** An appointment got another status, cancellation included. */
public record AppointmentStatusChanged(AppointmentId appointment, ClientId client, VisitStatus status, long version) {}
