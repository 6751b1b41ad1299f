package app.afterwell.webui.shell;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.CareImport;
import app.afterwell.aftercare.note.CareImport.PastAnswer;
import app.afterwell.aftercare.note.CareImport.PastTick;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.ImportedAppointment;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Finding;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UserId;
import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import testsupport.TestActor;

/** Gives a client a long record: signed notes with plans, ticks and answers, one visit every five days, always the same. */
public final class LongRecord {

    private static final int DAYS_BETWEEN = 5;
    private static final Region[] REGIONS = {
        Region.HAMSTRINGS, Region.CALVES, Region.QUADS, Region.GLUTES, Region.UPPER_TRAPS
    };

    private LongRecord() {}

    /** Where the visits are, with whom, and who signs. */
    public record Place(
            PractitionerId practitioner, LocationId location, ServiceId service, ZoneId zone, UserId signer) {}

    /**
     * Makes it.
     *
     * @param visits how many
     * @param last when the newest visit began
     * @return the visits, oldest first
     */
    public static List<AppointmentId> of(
            ClientId client, int visits, Instant last, Place place, BookingImport booking, CareImport care) {
        var appointments = new ArrayList<ImportedAppointment>();
        var notes = new ArrayList<CareImport.PastNote>();
        for (int visit = 0; visit < visits; visit++) {
            var start = last.minus(Duration.ofDays((long) DAYS_BETWEEN * (visits - 1 - visit)));
            var slot = TimeSlot.of(start, Duration.ofHours(1));
            var id = AppointmentId.next();
            appointments.add(new ImportedAppointment(
                    id,
                    client,
                    place.service(),
                    place.practitioner(),
                    place.location(),
                    null,
                    slot,
                    VisitStatus.COMPLETED,
                    null,
                    start.minus(Duration.ofDays(3))));
            notes.add(new CareImport.PastNote(
                    id,
                    client,
                    place.practitioner(),
                    slot,
                    place.zone(),
                    place.zone(),
                    draft(visit, start, place.zone()),
                    place.signer(),
                    "Maya Lindqvist",
                    slot.end().plus(Duration.ofMinutes(5)),
                    null,
                    null,
                    List.of(),
                    List.of(answer(24, 3 + visit % 3), answer(48, 2 + visit % 2)),
                    List.of(new PastTick("*", 0), new PastTick("hydrate", 1))));
        }
        TestActor.owner().run(() -> {
            booking.appointments(appointments);
            care.load(notes);
        });
        return appointments.stream().map(ImportedAppointment::id).toList();
    }

    private static PastAnswer answer(int hours, int pain) {
        return new PastAnswer(hours, Duration.ofHours(hours), new PainScore(pain), List.of(), Set.of(), null, false);
    }

    private static NoteDraft draft(int visit, Instant start, ZoneId zone) {
        return new NoteDraft(
                new SessionFindings(
                        start.atZone(zone).toLocalDate(),
                        60,
                        List.of(
                                area(REGIONS[visit % REGIONS.length], Side.LEFT, 1 + visit % 4),
                                area(REGIONS[(visit + 2) % REGIONS.length], Side.RIGHT, 2)),
                        new PainScore(4 + visit % 4),
                        new PainScore(2 + visit % 2),
                        Set.of(),
                        Set.of()),
                new NoteText(
                        "Visit " + visit + ": tight since the walk, worse in the evening.",
                        "Leg raise " + (50 + visit % 30) + " degrees.",
                        "Better than last time.",
                        "Again in five days."));
    }

    private static WorkedArea area(Region region, Side side, int pressure) {
        return new WorkedArea(
                new BodyArea(region, side),
                Set.of(Finding.TIGHTNESS),
                Set.of(Technique.DEEP_TISSUE),
                new Pressure(pressure),
                null);
    }
}
