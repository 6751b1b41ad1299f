package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;

/** An appointment that has just been booked. Whoever books a client knows their name, and is not told it again. */
public final class BookedAppointment {

    private final CalendarRow row;
    private final DirectorySnapshot directory;
    private final boolean staff;

    BookedAppointment(CalendarRow row, DirectorySnapshot directory, boolean staff) {
        this.row = row;
        this.directory = directory;
        this.staff = staff;
    }

    public AppointmentId id() {
        return new AppointmentId(row.id());
    }

    /** @param client the client's name */
    public AppointmentInfo named(String client) {
        return AppointmentNames.name(row, directory, client, staff);
    }
}
