package app.afterwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.note.AmendNote;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Symptom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.MutableClock;

/** An answer that comes in the very moment in which something else happens to its question or its plan. */
@CareTest
class AnswerRacesTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    private static final AnswerCheckIn NUMB =
            new AnswerCheckIn(new PainScore(4), List.of(), Set.of(Symptom.NEW_NUMBNESS), List.of(), null);

    @Autowired
    SessionNotes notes;

    @Autowired
    SignedNotes later;

    @Autowired
    Plans plans;

    @Autowired
    CheckIns checkIns;

    @Autowired
    CheckInAsking asking;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    private Case it;
    private PlanView plan;

    @BeforeEach
    void aSignedPlan() {
        clock.set(SUNDAY);
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        plan = sign(it.therapist().call(() -> notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3)))));
    }

    @AfterEach
    void backToSunday() {
        clock.set(SUNDAY);
    }

    private PlanView sign(NoteView note) {
        return it.therapist()
                .call(() -> notes.sign(new SignNote(
                        it.appointment(), note.version(), note.preview().digest(), List.of())))
                .plan();
    }

    private Answered answer() {
        return it.client().call(() -> checkIns.answer(plan.id(), NUMB));
    }

    /** Does {@code second} while {@code first} is done and not committed, and commits once the second one waits. */
    private <T> T whileUncommitted(Runnable first, Supplier<T> second) throws Exception {
        CompletableFuture<T> other = transaction.execute(status -> {
            first.run();
            var begun = CompletableFuture.supplyAsync(second);
            await().until(() -> begun.isDone() || somebodyWaits());
            return begun;
        });
        return other.get(30, TimeUnit.SECONDS);
    }

    private boolean somebodyWaits() {
        return sql.sql("""
                select exists (select from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock')
                """).query(Boolean.class).single();
    }

    @Test
    void an_answer_given_while_its_question_is_being_asked_is_taken() throws Exception {
        var question = plan.checkIns().getFirst();
        clock.set(question.dueAt());

        var answered = whileUncommitted(() -> asking.askDue(1000), this::answer);

        assertThat(answered.id()).isEqualTo(question.id());
        assertThat(answered.outcome()).isEqualTo(Outcome.URGENT);
        assertThat(answered.paused()).isTrue();
    }

    @Test
    void a_silence_is_not_noticed_over_an_answer_that_is_just_coming_in() throws Exception {
        var last = plan.checkIns().getLast();
        clock.set(last.dueAt());
        asking.askDue(1000);
        clock.set(last.dueAt().plus(CheckInSchedule.SILENCE));

        whileUncommitted(this::answer, () -> asking.noticeSilence(plan.id()));

        assertThat(it.client().call(() -> plans.plan(plan.id())).checkIns())
                .filteredOn(question -> question.id().equals(last.id()))
                .singleElement()
                .satisfies(question -> assertThat(question.pain()).isEqualTo(4));
    }

    @Test
    void an_answer_that_an_amendment_overtakes_holds_the_new_plan() throws Exception {
        var written = amended();

        var answered = whileUncommitted(() -> sign(written), this::answer);

        var current = it.client().call(() -> plans.current(it.clientId())).orElseThrow();
        assertThat(current.id()).isNotEqualTo(plan.id());
        assertThat(answered.plan()).isEqualTo(current.id());
        assertThat(current.state()).isEqualTo(PlanState.PAUSED);
    }

    @Test
    void an_amendment_waits_for_an_answer_that_is_just_coming_in() throws Exception {
        var written = amended();

        var again = whileUncommitted(this::answer, () -> sign(written));

        assertThat(again.state()).isEqualTo(PlanState.PAUSED);
        assertThat(again.curve().points()).hasSize(1);
    }

    private NoteView amended() {
        return it.therapist().call(() -> {
            var begun = later.amend(new AmendNote(it.appointment(), "Pressure was 2."));
            return notes.save(new SaveDraft(it.appointment(), begun.version(), Clinic.hamstrings(2)));
        });
    }
}
