package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Finding;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

/** What can still be said once a note is signed. */
@CareTest
class AmendmentTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    SessionNotes notes;

    @Autowired
    SignedNotes later;

    @Autowired
    Plans plans;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Tasks tasks;

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

    @BeforeEach
    void aSignedNote() {
        clock.set(SUNDAY);
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        var note = it.therapist().call(() -> notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3))));
        signed = sign(note);
    }

    @AfterEach
    void backToSunday() {
        clock.set(SUNDAY);
    }

    private Signed sign(NoteView note) {
        return it.therapist()
                .call(() -> notes.sign(new SignNote(
                        it.appointment(), note.version(), note.preview().digest(), List.of())));
    }

    private NoteView amend() {
        return it.therapist().call(() -> later.amend(new AmendNote(it.appointment(), "It was the right leg.")));
    }

    private static NoteDraft rightCalf() {
        return Clinic.draft(new WorkedArea(
                new BodyArea(Region.CALVES, Side.RIGHT),
                Set.of(Finding.TIGHTNESS),
                Set.of(Technique.DEEP_TISSUE),
                new Pressure(3),
                null));
    }

    @Test
    void an_addendum_stands_beside_the_signed_note_and_never_changes() {
        var added = it.therapist()
                .call(() -> later.add(new AddAddendum(it.appointment(), "Forgotten", "She fell in May.")));

        assertThat(added.status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(added.addenda()).singleElement().satisfies(addendum -> {
            assertThat(addendum.by()).isEqualTo("Theo Therapist");
            assertThat(addendum.text()).isEqualTo("She fell in May.");
        });
        assertThat(added.signature().hash()).isEqualTo(signed.note().signature().hash());
        assertThatThrownBy(() -> sql.sql("update note_addendum set body = 'x'").update())
                .hasMessageContaining("never changes");
    }

    @Test
    void a_draft_needs_neither_addendum_nor_amendment() {
        var draft = calendar.visitJustOver();

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        draft.therapist().call(() -> later.add(new AddAddendum(draft.appointment(), "Why", "What"))))
                .matches(conflict -> conflict.code().equals("note-not-signed"));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> draft.therapist().call(() -> later.amend(new AmendNote(draft.appointment(), "Why"))))
                .matches(conflict -> conflict.code().equals("note-not-signed"));
    }

    @Test
    void an_amendment_shows_the_difference_of_the_plans_and_leaves_the_signed_one_in_force() {
        var begun = amend();
        assertThat(begun.revision()).isEqualTo(2);
        assertThat(begun.draft()).isEqualTo(signed.note().draft());
        assertThat(begun.amendment().difference().added()).isEmpty();
        assertThat(amend().id()).isEqualTo(begun.id());

        var written =
                it.therapist().call(() -> notes.save(new SaveDraft(it.appointment(), begun.version(), rightCalf())));

        assertThat(written.amendment().reason()).isEqualTo("It was the right leg.");
        assertThat(written.amendment().difference().added()).contains("foam-roll-calves");
        assertThat(written.amendment().difference().removed()).contains("foam-roll-hamstrings");
        assertThat(it.client()
                        .call(() -> plans.current(it.clientId()))
                        .orElseThrow()
                        .id())
                .isEqualTo(signed.plan().id());
    }

    @Test
    void a_signed_amendment_takes_the_place_of_the_plan_and_ticks_answers_and_tasks_come_along() {
        it.client().run(() -> plans.tick(signed.plan().id(), "hydrate", 0));
        clock.advance(Duration.ofHours(22));
        var answered = it.client()
                .call(() -> checkIns.answer(
                        signed.plan().id(),
                        new AnswerCheckIn(new PainScore(4), List.of(), Set.of(Symptom.NEW_NUMBNESS), List.of(), null)));
        var begun = amend();
        var written =
                it.therapist().call(() -> notes.save(new SaveDraft(it.appointment(), begun.version(), rightCalf())));

        var again = sign(written);

        assertThat(again.plan().id()).isNotEqualTo(signed.plan().id());
        assertThat(again.plan().state()).isEqualTo(PlanState.PAUSED);
        assertThat(again.plan().offered())
                .filteredOn(item -> item.item().equals("hydrate"))
                .first()
                .satisfies(item -> assertThat(item.ticked()).contains(0));
        assertThat(again.plan().checkIns())
                .extracting(question -> question.afterHours() + " " + question.status())
                .containsExactly("24 ANSWERED", "48 PLANNED", "72 PLANNED");
        assertThat(it.therapist()
                        .call(() -> tasks.list(new TaskFilter(TaskStatus.OPEN, false, it.clientId()), 0, 5))
                        .tasks())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.id()).isEqualTo(answered.task());
                    assertThat(task.plan()).isEqualTo(again.plan().id());
                });
        assertThat(it.client()
                        .call(() -> plans.current(it.clientId()))
                        .orElseThrow()
                        .id())
                .isEqualTo(again.plan().id());
        assertThat(it.client().call(() -> plans.plan(signed.plan().id())).state())
                .isEqualTo(PlanState.SUPERSEDED);
        assertThat(again.note().versions()).hasSize(2);
        var first = it.therapist().call(() -> later.version(it.appointment(), 1));
        assertThat(first.draft()).isEqualTo(signed.note().draft());
        assertThat(first.signature().hash()).isEqualTo(signed.note().signature().hash());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> it.therapist().call(() -> later.version(it.appointment(), 3)));
    }

    @Test
    void an_amendment_that_was_begun_is_let_go_of_and_its_text_is_kept_beside_the_note() {
        var begun = amend();
        it.therapist().run(() -> notes.save(new SaveDraft(it.appointment(), begun.version(), rightCalf())));

        var back = it.therapist().call(() -> later.dropAmendment(it.appointment()));

        assertThat(back.status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(back.revision()).isEqualTo(1);
        assertThat(back.copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.draft().session().areas())
                        .isEqualTo(rightCalf().session().areas()));
        assertThat(it.therapist()
                        .call(() -> later.dropAmendment(it.appointment()))
                        .revision())
                .isEqualTo(1);
        assertThat(amend().revision()).isEqualTo(2);
    }

    @Test
    void what_is_added_while_a_new_version_is_written_stands_with_the_signed_one() {
        amend();
        var added = it.therapist().call(() -> later.add(new AddAddendum(it.appointment(), "Rang", "She is better.")));
        assertThat(added.revision()).isEqualTo(1);
        assertThat(added.addenda()).hasSize(1);
    }

    @Test
    void a_draft_is_no_version() {
        amend();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> it.therapist().call(() -> later.version(it.appointment(), 2)));
    }

    @Test
    void others_are_refused() {
        for (var who : List.of(calendar.visitJustOver().therapist(), TestActor.desk(), it.client())) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> who.call(() -> later.add(new AddAddendum(it.appointment(), "Why", "What"))));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> who.call(() -> later.amend(new AmendNote(it.appointment(), "Why"))));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> who.call(() -> later.version(it.appointment(), 1)));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> who.call(() -> later.dropAmendment(it.appointment())));
        }
    }
}
