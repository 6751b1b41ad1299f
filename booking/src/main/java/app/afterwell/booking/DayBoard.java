package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A location's day as the desk sees it.
 *
 * @param whole the day from midnight to midnight by the location's clock: 23, 24 or 25 hours
 * @param open when the location is open
 * @param closed why it is closed all day or in part; null if it is not
 * @param columns who works there that day or has something in the calendar, by name
 * @param rooms the location's rooms, by name
 * @param appointments by start; cancelled ones and no-shows too, they carry their status
 */
public record DayBoard(
        LocationId location,
        LocalDate day,
        ZoneId zone,
        TimeSlot whole,
        List<TimeSlot> open,
        @Nullable String closed,
        List<Column> columns,
        List<RoomInfo> rooms,
        List<AppointmentInfo> appointments,
        List<Block> blocks) {

    /** A practitioner's day; breaks are already taken out of {@code working}. */
    public record Column(
            PractitionerId practitioner,
            String name,
            List<TimeSlot> working,
            List<Pause> breaks,
            @Nullable RoomId usualRoom) {}

    /** A break or an absence, with what it is called. */
    public record Pause(TimeSlot slot, String label) {}

    /**
     * Time taken for something other than an appointment.
     *
     * @param label empty if it is held
     * @param held whether it is held while somebody decides on it; then it goes by itself
     */
    public record Block(UUID id, PractitionerId practitioner, TimeSlot slot, String label, boolean held) {}
}
