package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.aftercare.plan.Ground;
import app.afterwell.aftercare.plan.OpenRecord;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.VisitStatus;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

/** A record that is opened by somebody who does not treat the client. */
@CareTest
class BreakGlassTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");
    private static final String WHY = "She rang, and Maya is on leave this week.";

    @Autowired
    BreakGlass glass;

    @Autowired
    SessionNotes notes;

    @Autowired
    SignedNotes later;

    @Autowired
    Charts charts;

    @Autowired
    Plans plans;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    private Case it;
    private Signed signed;
    private final TestActor colleague = TestActor.therapist(PractitionerId.next());

    @BeforeEach
    void aSignedNote() {
        clock.set(SUNDAY);
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        signed = it.therapist().call(() -> {
            var note = notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3)));
            return notes.sign(new SignNote(
                    it.appointment(), note.version(), note.preview().digest(), List.of()));
        });
    }

    @AfterEach
    void backToSunday() {
        clock.set(SUNDAY);
    }

    private void open() {
        colleague.run(() -> glass.open(new OpenRecord(it.clientId(), WHY)));
    }

    @Test
    void the_record_opens_to_be_read_and_closes_after_four_hours() {
        assertThat(colleague.call(() -> glass.standing(it.clientId())).ground()).isEqualTo(Ground.NONE);
        refused(() -> colleague.call(() -> notes.open(it.appointment())));

        open();

        var standing = colleague.call(() -> glass.standing(it.clientId()));
        assertThat(standing.ground()).isEqualTo(Ground.BROKE_GLASS);
        assertThat(standing.until()).isEqualTo(SUNDAY.plus(Duration.ofHours(4)));
        assertThat(colleague.call(() -> notes.open(it.appointment())).draft())
                .isEqualTo(signed.note().draft());
        assertThat(colleague.call(() -> charts.page(it.clientId(), null, 20)).visits())
                .hasSize(1);
        assertThat(colleague.call(() -> plans.plan(signed.plan().id())).id())
                .isEqualTo(signed.plan().id());

        clock.advance(Duration.ofHours(4));
        refused(() -> colleague.call(() -> notes.open(it.appointment())));
        refused(() -> colleague.call(() -> charts.page(it.clientId(), null, 20)));
        refused(() -> colleague.call(() -> plans.plan(signed.plan().id())));
    }

    @Test
    void nothing_can_be_written_through_it_and_no_draft_be_read() {
        open();
        refused(() -> colleague.call(() -> notes.save(new SaveDraft(it.appointment(), 1, Clinic.hamstrings(1)))));
        refused(() -> colleague.call(() -> later.add(new AddAddendum(it.appointment(), "Why", "What"))));
        refused(() -> colleague.call(() -> later.amend(new AmendNote(it.appointment(), "Why"))));
        refused(() -> colleague.call(() -> later.dropAmendment(it.appointment())));
        refused(() -> colleague.call(() -> plans.resume(signed.plan().id())));

        it.therapist().run(() -> later.amend(new AmendNote(it.appointment(), "It was the right leg.")));
        assertThat(colleague.call(() -> notes.open(it.appointment())).revision())
                .isEqualTo(1);
        var unsigned = calendar.visit(
                it.clientId(), it.visit().practitioner(), SUNDAY.minus(Duration.ofHours(1)), VisitStatus.IN_SESSION);
        it.therapist().run(() -> notes.save(new SaveDraft(unsigned.appointment(), 0, Clinic.hamstrings(2))));
        refused(() -> colleague.call(() -> notes.open(unsigned.appointment())));
        assertThat(colleague.call(() -> charts.page(it.clientId(), null, 20)).visits())
                .filteredOn(entry -> entry.visit().id().equals(unsigned.appointment()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.note()).isNull());
    }

    @Test
    void the_owner_sees_who_and_why_and_nobody_can_take_it_back() {
        open();
        assertThat(TestActor.owner().call(() -> glass.since(SUNDAY.minus(Duration.ofDays(1)))))
                .filteredOn(opened -> opened.client().equals(it.clientId()))
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.who()).isEqualTo(colleague.displayName());
                    assertThat(opened.reason()).isEqualTo(WHY);
                });
        for (var attempt :
                List.of("update broken_glass set reason = ''", "delete from broken_glass", "truncate broken_glass")) {
            assertThatThrownBy(() -> sql.sql(attempt).update()).hasMessageMatching("(?s).*never (changed|deleted).*");
        }
        for (var who : List.of(it.therapist(), TestActor.desk(), it.client())) {
            refused(() -> who.call(() -> glass.since(SUNDAY)));
        }
    }

    @Test
    void it_takes_a_therapist_and_a_reason() {
        for (var who : List.of(TestActor.desk(), TestActor.owner(), it.client())) {
            refused(() -> who.call(() -> glass.open(new OpenRecord(it.clientId(), WHY))));
            refused(() -> who.call(() -> glass.standing(it.clientId())));
        }
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> colleague.call(() -> glass.open(new OpenRecord(it.clientId(), "Just so"))));
        refused(() -> colleague.call(() -> notes.open(it.appointment())));
    }

    @Test
    void who_treats_or_covers_needs_no_reason() {
        var standing = it.therapist().call(() -> glass.open(new OpenRecord(it.clientId(), WHY)));
        assertThat(standing.ground()).isEqualTo(Ground.TREATS);
        assertThat(TestActor.owner().call(() -> glass.since(SUNDAY.minus(Duration.ofDays(1)))))
                .noneMatch(opened -> opened.client().equals(it.clientId()));

        // The appointment is given to a colleague after the note was written: the writer covered, and still sees it.
        var other = PractitionerId.next();
        var visit = it.visit();
        calendar.put(new app.afterwell.domain.Visit(
                visit.id(),
                visit.client(),
                other,
                "Otto Other",
                visit.location(),
                visit.locationName(),
                visit.locationPhone(),
                visit.zone(),
                visit.country(),
                visit.serviceCode(),
                visit.serviceName(),
                visit.slot(),
                visit.status()));
        assertThat(it.therapist().call(() -> glass.standing(it.clientId())).ground())
                .isEqualTo(Ground.COVERED);
        assertThat(it.therapist().call(() -> notes.open(it.appointment())).status())
                .isEqualTo(NoteStatus.SIGNED);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(action);
    }
}
