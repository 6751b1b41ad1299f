package app.afterwell.webui.shell;

import static app.afterwell.webui.shell.Riverside.LONDON;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.note.Signed;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.ImportedAppointment;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
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
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.ClientImport;
import app.afterwell.intake.ImportedClient;
import app.afterwell.intake.ImportedClient.ImportedProfile;
import app.afterwell.webui.api.ApiTests;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

/** A clinic of one therapist with one client on blood thinners, who is here now. */
public abstract class VisitPages extends PageTests {

    protected static final BodyArea LEFT_HAMSTRINGS = new BodyArea(Region.HAMSTRINGS, Side.LEFT);

    @Autowired
    protected SessionNotes notes;

    @Autowired
    BookingImport booking;

    @Autowired
    ClientImport clients;

    @Autowired
    Protocols protocols;

    @Autowired
    ProtocolDrafts drafts;

    protected final PractitionerId practitioner = PractitionerId.next();
    protected final ClientId client = ClientId.next();
    protected final AppointmentId visit = AppointmentId.next();
    protected final TestActor therapist = TestActor.therapist(practitioner);
    protected final TestActor desk = TestActor.desk();

    @BeforeEach
    void aClientIsHere() {
        var location = LocationId.next();
        var service = ServiceId.next();
        var code = UUID.randomUUID().toString();
        TestActor.owner().run(() -> {
            ApprovedProtocol.ensure(drafts, protocols);
            booking.directory(
                    List.of(Riverside.location(location, code, List.of())),
                    List.of(),
                    List.of(new PractitionerInfo(practitioner, 0, "Maya", List.of(), List.of(), null, true)),
                    List.of(Riverside.anHour(service, code, "Deep tissue", Set.of(practitioner), Set.of())));
            clients.add(List.of(new ImportedClient(
                    client,
                    "Marta Silva",
                    null,
                    "+441632960001",
                    null,
                    LONDON,
                    Locale.UK,
                    ApiTests.START,
                    new ImportedProfile(
                            LocalDate.parse("2026-11-01"), List.of(ConditionEntry.of(Condition.ANTICOAGULANTS)), ""))));
            booking.appointments(List.of(new ImportedAppointment(
                    visit,
                    client,
                    service,
                    practitioner,
                    location,
                    null,
                    TimeSlot.of(ApiTests.START.minus(Duration.ofHours(2)), Duration.ofHours(1)),
                    VisitStatus.ARRIVED,
                    null,
                    ApiTests.START.minus(Duration.ofDays(3)))));
        });
    }

    protected final NoteDraft draft(String subjective) {
        return new NoteDraft(
                new SessionFindings(
                        LocalDate.parse("2026-11-22"),
                        60,
                        List.of(new WorkedArea(
                                LEFT_HAMSTRINGS,
                                Set.of(Finding.TIGHTNESS),
                                Set.of(Technique.SWEDISH),
                                new Pressure(2),
                                null)),
                        new PainScore(6),
                        new PainScore(3),
                        Set.of(),
                        Set.of()),
                new NoteText(subjective, "", "", ""));
    }

    /** The therapist writes and signs; review items are left out. */
    protected final Signed signed() {
        return signed(0);
    }

    /** @param version of what was saved before */
    protected final Signed signed(int version) {
        return therapist.call(() -> {
            var saved = notes.save(new SaveDraft(visit, version, draft("Tight since the hill walk.")));
            var decisions = saved.preview().plan().review().stream()
                    .map(item -> new Decision(item.item(), null, Decision.Kind.DROP, null))
                    .toList();
            return notes.sign(
                    new SignNote(visit, saved.version(), saved.preview().digest(), decisions));
        });
    }
}
