package app.afterwell.domain;

/** A visit is over. */
public record VisitCompleted(AppointmentId appointment, ClientId client, long version) {}
