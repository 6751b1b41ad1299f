package app.afterwell.domain;

/** An appointment was made. */
public record AppointmentBooked(AppointmentId appointment, ClientId client, long version) {}
