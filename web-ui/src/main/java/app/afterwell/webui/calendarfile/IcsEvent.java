package app.afterwell.webui.calendarfile;

import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as a calendar program shows it. It travels to calendars that others read over a shoulder: nothing about
 * anybody's health belongs into it.
 *
 * @param uid the same for every version of the appointment
 * @param sequence grows with each change, so that a later version replaces an earlier one
 * @param stamp when this version was made
 * @param zone by whose clock it takes place
 * @param organizer who invites; null for nobody
 * @param attendee who is invited; null for nobody
 */
public record IcsEvent(
        String uid,
        long sequence,
        Instant stamp,
        TimeSlot slot,
        ZoneId zone,
        String summary,
        @Nullable String location,
        @Nullable String description,
        @Nullable String url,
        Status status,
        @Nullable Party organizer,
        @Nullable Party attendee) {

    /** How sure it is. */
    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /** Somebody with an address. */
    public record Party(String name, String email) {}

    /** Among those whom nobody invites. */
    public static IcsEvent of(
            String uid,
            long sequence,
            Instant stamp,
            TimeSlot slot,
            ZoneId zone,
            String summary,
            @Nullable String location,
            Status status) {
        return new IcsEvent(uid, sequence, stamp, slot, zone, summary, location, null, null, status, null, null);
    }
}
