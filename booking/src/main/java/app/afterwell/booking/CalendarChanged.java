package app.afterwell.booking;

/** Something that the day board shows has changed, other than an appointment: time blocked, held, off, or closed. */
public record CalendarChanged() {}
