package app.afterwell.domain;

/** A session note was signed and its plan issued. */
public record NoteSigned(NoteId note, AppointmentId appointment, ClientId client, PlanId plan, int version) {}
