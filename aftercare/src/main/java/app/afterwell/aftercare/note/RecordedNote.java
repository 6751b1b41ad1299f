package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signed version of a note with the plan that it issued, as it stands in the record.
 *
 * @param inForce false if a later version took its place
 * @param amendmentReason why it amended the version before it; null for the first
 * @param hash SHA-256 of what was signed, in hexadecimal
 * @param files that were signed with it, in the order in which they came
 * @param addenda that were written to this version, oldest first
 */
public record RecordedNote(
        NoteId id,
        AppointmentId appointment,
        ClientId client,
        int revision,
        boolean inForce,
        LocalDate day,
        Instant visitStart,
        ZoneId zone,
        SessionFindings session,
        NoteText text,
        Instant signedAt,
        String signedBy,
        String hash,
        @Nullable String amendmentReason,
        int protocolVersion,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Todo> plan,
        List<Withheld> withheld,
        List<Attachment> files,
        List<NoteView.Addendum> addenda) {

    public RecordedNote {
        plan = List.copyOf(plan);
        withheld = List.copyOf(withheld);
        files = List.copyOf(files);
        addenda = List.copyOf(addenda);
    }

    /** One thing that the client was given to do. */
    public record Todo(String item, String title, String dose) {}

    /** One thing that was not given, by its code. */
    public record Withheld(String item) {}
}
