package app.afterwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.followup.CompleteTask;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.PlanView.PauseCause;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.QuestionsDeclined;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UnacceptableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import testsupport.MutableClock;
import testsupport.TestActor;

/** From the plan over the question and its answer to the task, and back to the plan. */
@CareTest
@RecordApplicationEvents
class CheckInsTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    SessionNotes notes;

    @Autowired
    Plans plans;

    @Autowired
    CheckIns checkIns;

    @Autowired
    CheckInAsking asking;

    @Autowired
    CheckInLinks links;

    @Autowired
    Tasks tasks;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    CheckInSettings settings;

    @Autowired
    DeclinedQuestions declined;

    @Autowired
    Clinic.Wishes wishes;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEvents events;

    private Case it;
    private PlanView plan;

    @BeforeEach
    void aSignedPlan() {
        clock.set(SUNDAY);
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        plan = sign(it, 3);
    }

    @AfterEach
    void backToSunday() {
        clock.set(SUNDAY);
    }

    private PlanView sign(Case it, int pressure) {
        return it.therapist().call(() -> {
            var note = notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(pressure)));
            var drops = note.preview().plan().review().stream()
                    .map(ReviewItem::item)
                    .distinct()
                    .map(item -> new Decision(item, null, Decision.Kind.DROP, null))
                    .toList();
            return notes.sign(new SignNote(
                            it.appointment(), note.version(), note.preview().digest(), drops))
                    .plan();
        });
    }

    private static AnswerCheckIn says(int pain, Symptom... symptoms) {
        return new AnswerCheckIn(new PainScore(pain), List.of(), Set.of(symptoms), List.of(), null);
    }

    private Answered answer(int pain, Symptom... symptoms) {
        return it.client().call(() -> checkIns.answer(plan.id(), says(pain, symptoms)));
    }

    private CheckInId ask(int number) {
        var question = plan.checkIns().get(number);
        clock.set(question.dueAt());
        asking.askDue(1000);
        return question.id();
    }

    private List<TaskView> open(TestActor who) {
        return who.call(() -> tasks.list(new TaskFilter(TaskStatus.OPEN, false, it.clientId()), 0, 50))
                .tasks();
    }

    private PlanView current() {
        return it.client().call(() -> plans.plan(plan.id()));
    }

    @Test
    void a_question_is_asked_at_its_time_and_only_once() {
        var id = ask(0);
        asking.askDue(1000);

        assertThat(events.stream(CheckInAsked.class)
                        .filter(asked -> asked.client().equals(it.clientId())))
                .containsExactly(new CheckInAsked(id, plan.id(), it.clientId()));
        assertThat(events.stream(CheckInsAsked.class).flatMap(asked -> asked.checkIns().stream()))
                .containsOnlyOnce(id);
        var question = it.client().call(() -> checkIns.open(it.clientId())).orElseThrow();
        assertThat(question.id()).isEqualTo(id);
        assertThat(question.afterHours()).isEqualTo(24);
        assertThat(question.signs()).containsEntry(Symptom.CHEST_PAIN, Outcome.EMERGENCY);
        assertThat(question.country()).isEqualTo("GB");
    }

    @Test
    void an_answer_as_expected_reassures_and_makes_no_task() {
        var id = ask(0);

        var answered = answer(4, Symptom.SORENESS);

        assertThat(answered.id()).isEqualTo(id);
        assertThat(answered.outcome()).isEqualTo(Outcome.AS_EXPECTED);
        assertThat(answered.headline()).isNotBlank();
        assertThat(answered.task()).isNull();
        assertThat(answered.next()).isEqualTo("2026-11-24T14:00:00Z");
        assertThat(answered.curve().points()).hasSize(1);
        assertThat(open(it.therapist())).isEmpty();
        assertThat(current().state()).isEqualTo(PlanState.OPEN);
        assertThat(it.client().call(() -> checkIns.answered(id))).isEqualTo(answered);
    }

    @Test
    void a_red_flag_makes_an_urgent_task_and_puts_self_care_on_hold() {
        ask(0);

        var answered = answer(4, Symptom.NEW_NUMBNESS);

        assertThat(answered.outcome()).isEqualTo(Outcome.URGENT);
        assertThat(answered.paused()).isTrue();
        var task = open(it.therapist()).getFirst();
        assertThat(task.id()).isEqualTo(answered.task());
        assertThat(task.kind()).isEqualTo(TaskKind.URGENT_ALERT);
        assertThat(task.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(task.detail().symptoms()).containsExactly(Symptom.NEW_NUMBNESS);
        assertThat(task.detail().painAfterVisit()).isEqualTo(3);
        var paused = current();
        assertThat(paused.state()).isEqualTo(PlanState.PAUSED);
        assertThat(paused.pause().cause()).isEqualTo(PauseCause.CHECK_IN);
        assertThat(paused.offered())
                .allSatisfy(
                        item -> assertThat(item.paused()).isEqualTo(!item.item().equals("ask-your-therapist")));
    }

    @Test
    void the_desk_is_told_whom_to_ring_and_what_to_say_but_not_why() {
        ask(0);
        answer(4, Symptom.NEW_NUMBNESS);

        var task = open(TestActor.desk()).getFirst();

        assertThat(task.clientName()).isEqualTo("Marta Silva");
        assertThat(task.clientPhone()).isEqualTo("+441632960001");
        assertThat(task.detail()).isNull();
        assertThat(task.checkIn()).isNull();
        assertThat(task.toString()).doesNotContainIgnoringCase("numb");
    }

    @Test
    void the_desk_never_sees_what_only_a_therapist_looks_at() {
        ask(0);
        var answered = answer(4, Symptom.RASH);

        assertThat(answered.outcome()).isEqualTo(Outcome.WATCH);
        assertThat(open(TestActor.desk())).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> TestActor.desk().call(() -> tasks.task(answered.task())));
        assertThat(open(it.therapist()))
                .singleElement()
                .satisfies(task -> assertThat(task.kind()).isEqualTo(TaskKind.WATCH));
        assertThat(open(calendar.visitJustOver().therapist()))
                .singleElement()
                .satisfies(task -> assertThat(task.detail()).isNull());
    }

    @Test
    void one_cause_is_one_task_raised_by_a_worse_answer_and_never_lowered() {
        ask(0);
        var watch = answer(4, Symptom.NEW_TINGLING);
        clock.advance(Duration.ofHours(1));
        var again = answer(3, Symptom.NEW_TINGLING);
        clock.advance(Duration.ofHours(1));
        var worse = answer(4, Symptom.NEW_TINGLING, Symptom.CHEST_PAIN);
        clock.advance(Duration.ofHours(1));
        var milder = answer(3, Symptom.NEW_TINGLING);

        assertThat(List.of(again.task(), worse.task(), milder.task())).containsOnly(watch.task());
        assertThat(open(it.therapist())).singleElement().satisfies(task -> {
            assertThat(task.urgency()).isEqualTo(Urgency.EMERGENCY);
            assertThat(task.kind()).isEqualTo(TaskKind.URGENT_ALERT);
            assertThat(task.times()).isEqualTo(4);
            assertThat(task.detail().symptoms()).contains(Symptom.CHEST_PAIN);
        });
    }

    @Test
    void the_same_answer_within_a_moment_is_one_answer() {
        ask(0);

        var once = answer(4, Symptom.RASH);
        var twice = answer(4, Symptom.RASH);

        assertThat(twice.id()).isEqualTo(once.id());
        assertThat(open(it.therapist()))
                .singleElement()
                .satisfies(task -> assertThat(task.times()).isEqualTo(1));
    }

    @Test
    void a_client_may_tell_us_unasked() {
        clock.advance(Duration.ofHours(5));

        var told = answer(5);

        assertThat(current().checkIns()).hasSize(4);
        assertThat(current().checkIns())
                .filteredOn(question -> question.id().equals(told.id()))
                .singleElement()
                .satisfies(question -> assertThat(question.afterHours()).isNull());
    }

    @Test
    void what_was_done_is_ticked_with_the_answer() {
        ask(0);
        var item = plan.offered().stream()
                .filter(offered -> offered.days().contains(1))
                .findFirst()
                .orElseThrow();

        it.client()
                .run(() -> checkIns.answer(
                        plan.id(),
                        new AnswerCheckIn(
                                new PainScore(3), List.of(), Set.of(), List.of(item.item(), "no-such-item"), "ok")));

        assertThat(current().offered())
                .filteredOn(offered -> offered.item().equals(item.item()))
                .first()
                .satisfies(offered -> assertThat(offered.ticked()).containsExactly(1));
    }

    @Test
    void a_link_is_shown_as_often_as_wanted_and_spent_by_its_answer() {
        var token = links.issue(ask(0)).orElseThrow();

        assertThat(checkIns.byToken(token).afterHours()).isEqualTo(24);
        assertThat(checkIns.byToken(token).answered()).isFalse();
        var answered = checkIns.answerByToken(token, says(4));

        assertThat(answered.outcome()).isEqualTo(Outcome.AS_EXPECTED);
        assertThat(checkIns.answerByToken(token, says(4)).id()).isEqualTo(answered.id());
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkIns.byToken(token));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkIns.answerByToken(token, says(9)));
        assertThat(sql.sql("select count(*) from check_in_link where token_hash = :token")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_link_is_good_until_the_next_question() {
        var token = links.issue(ask(0)).orElseThrow();

        clock.set(plan.checkIns().get(1).dueAt());

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkIns.byToken(token));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkIns.answerByToken(token, says(4)));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkIns.byToken("guessed"));
    }

    @Test
    void the_first_links_and_the_repeats_both_open_the_question() {
        var id = ask(0);
        var first = links.issue(id).orElseThrow();
        clock.advance(AskedQuestions.REPEAT_AFTER);
        var repeat = links.issue(id).orElseThrow();

        assertThat(checkIns.byToken(first).id()).isEqualTo(id);
        checkIns.answerByToken(repeat, says(4));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkIns.byToken(first));
        assertThat(links.issue(id)).isEmpty();
    }

    @Test
    void nobody_is_asked_by_machine_while_a_grave_answer_is_looked_into() {
        ask(0);
        answer(8, Symptom.NEW_NUMBNESS);
        var second = plan.checkIns().get(1);
        clock.set(second.dueAt());
        asking.askDue(1000);

        assertThat(current().checkIns())
                .filteredOn(question -> question.id().equals(second.id()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.status()).isEqualTo("PLANNED");
                    assertThat(question.dueAt()).isEqualTo(second.dueAt().plus(Duration.ofHours(24)));
                });
        it.therapist().run(() -> plans.resume(plan.id()));
        clock.advance(Duration.ofHours(24));
        asking.askDue(1000);
        assertThat(asking.noticeSilence(plan.id()))
                .as("silence waits for the question that was put off")
                .isPresent();
        assertThat(current().checkIns())
                .filteredOn(question -> question.id().equals(second.id()))
                .singleElement()
                .satisfies(question -> assertThat(question.status()).isEqualTo("ASKED"));
    }

    @Test
    void whoever_declines_to_be_asked_is_asked_no_more() {
        declined.on(new QuestionsDeclined(it.clientId()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(current().checkIns()).isEmpty());

        var other = calendar.visitJustOver();
        forms.confirm(other.clientId());
        wishes.declining.add(other.clientId());
        assertThat(sign(other, 3).checkIns()).isEmpty();
    }

    @Test
    void the_clinic_sets_when_it_asks() {
        var before = TestActor.owner().call(settings::times);
        TestActor.owner()
                .run(() -> settings.set(new CheckInSettings.Times(
                        List.of(20, 30), LocalTime.of(9, 0), LocalTime.of(18, 0), before.version())));
        try {
            var other = calendar.visitJustOver();
            forms.confirm(other.clientId());
            // The visit ended on Sunday at 14:00 in London: 20 hours later is Monday 10:00; 30 hours is 20:00, so
            // Tuesday 9:00.
            assertThat(sign(other, 3).checkIns())
                    .extracting(PlanView.Question::dueAt)
                    .containsExactly(Instant.parse("2026-11-23T10:00:00Z"), Instant.parse("2026-11-24T09:00:00Z"));
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> TestActor.owner().run(() -> settings.set(before)));
            assertThatExceptionOfType(UnacceptableException.class)
                    .isThrownBy(() -> TestActor.owner()
                            .run(() -> settings.set(new CheckInSettings.Times(
                                    List.of(48, 24), LocalTime.of(9, 0), LocalTime.of(18, 0), before.version() + 1))));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> TestActor.desk().call(settings::times));
        } finally {
            TestActor.owner()
                    .run(() -> settings.set(new CheckInSettings.Times(
                            List.of(), LocalTime.of(8, 0), LocalTime.of(20, 0), before.version() + 1)));
        }
    }

    @Test
    void silence_is_unknown_and_the_desk_rings_where_the_visit_was_strong() {
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        plan = sign(it, 4);
        ask(0);
        ask(1);
        var last = ask(2);
        clock.advance(Duration.ofHours(24));
        asking.noticeSilence(plan.id());
        asking.noticeSilence(plan.id());

        assertThat(current().checkIns())
                .filteredOn(question -> question.id().equals(last))
                .singleElement()
                .satisfies(question -> assertThat(question.status()).isEqualTo("UNKNOWN"));
        assertThat(open(TestActor.desk())).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.SILENT_CLIENT);
            assertThat(task.kind().isCall()).isTrue();
        });
    }

    @Test
    void silence_after_an_easy_visit_is_only_counted() {
        ask(0);
        ask(1);
        ask(2);
        clock.advance(Duration.ofHours(24));
        asking.noticeSilence(plan.id());

        assertThat(open(it.therapist())).isEmpty();
        assertThat(it.client()
                        .call(() -> plans.ofClient(it.clientId()))
                        .getFirst()
                        .unanswered())
                .isEqualTo(3);
    }

    @Test
    void the_therapist_looks_and_the_plan_goes_on() {
        ask(0);
        answer(4, Symptom.NEW_NUMBNESS);

        var resumed = it.therapist().call(() -> plans.resume(plan.id()));

        assertThat(resumed.state()).isEqualTo(PlanState.OPEN);
        assertThat(current().pause()).isNull();
    }

    @Test
    void a_task_is_claimed_by_one_and_done_once() {
        ask(0);
        var task = answer(4, Symptom.NEW_NUMBNESS).task();
        var desk = TestActor.desk();

        desk.run(() -> tasks.claim(task));
        assertThatExceptionOfType(app.afterwell.domain.ConflictException.class)
                .isThrownBy(() -> it.therapist().call(() -> tasks.claim(task)))
                .matches(conflict -> conflict.code().equals("task-claimed"));
        var done = desk.call(() -> tasks.complete(new CompleteTask(task, "reached", "Sees her doctor.")));
        var again = it.therapist().call(() -> tasks.complete(new CompleteTask(task, "no-answer", null)));

        assertThat(done.status()).isEqualTo(TaskStatus.DONE);
        assertThat(again.outcome()).isEqualTo("reached");
        assertThat(again.doneBy()).isEqualTo("Dana Desk");
        assertThat(open(desk)).isEmpty();
        assertThat(desk.call(() -> tasks.list(new TaskFilter(TaskStatus.DONE, false, it.clientId()), 0, 10))
                        .total())
                .isEqualTo(1);
        assertThat(answer(4, Symptom.FEVER).task()).isNotEqualTo(task);
    }

    @Test
    void the_owner_gets_the_numbers_only() {
        ask(0);
        answer(4, Symptom.NEW_NUMBNESS);

        assertThat(TestActor.owner().call(tasks::counts).urgent()).isPositive();
        refused(() -> TestActor.owner().call(() -> tasks.list(TaskFilter.OPEN, 0, 10)));
    }

    @Test
    void others_are_refused() {
        var stranger = calendar.visitJustOver();
        var id = ask(0);
        var task = answer(4, Symptom.NEW_NUMBNESS).task();

        refused(() -> stranger.client().call(() -> checkIns.open(it.clientId())));
        missing(() -> stranger.client().call(() -> checkIns.answer(plan.id(), says(1))));
        missing(() -> stranger.client().call(() -> checkIns.checkIn(id)));
        missing(() -> stranger.client().call(() -> checkIns.answered(id)));
        refused(() -> stranger.therapist().call(() -> checkIns.checkIn(id)));
        refused(() -> it.therapist().call(() -> checkIns.answer(plan.id(), says(1))));
        refused(() -> TestActor.desk().call(() -> checkIns.checkIn(id)));
        for (var who : List.of(it.client(), TestActor.owner())) {
            refused(() -> who.call(() -> tasks.task(task)));
            refused(() -> who.call(() -> tasks.claim(task)));
            refused(() -> who.call(() -> tasks.complete(new CompleteTask(task, "x", null))));
        }
        refused(() -> it.client().call(tasks::counts));
        missing(() -> it.therapist().call(() -> tasks.task(TaskId.next())));
    }

    @Test
    void a_plan_is_its_clients_and_its_therapists_own() {
        var stranger = calendar.visitJustOver();
        var item = plan.offered().getFirst();

        missing(() -> stranger.client().call(() -> plans.plan(plan.id())));
        missing(() -> stranger.client().call(() -> plans.plan(PlanId.next())));
        missing(() -> stranger.client().call(() -> plans.ofClient(it.clientId())));
        missing(() -> stranger.client().call(() -> plans.current(it.clientId())));
        missing(() -> stranger.client()
                .run(() -> plans.tick(plan.id(), item.item(), item.days().getFirst())));
        missing(() -> stranger.client().run(() -> plans.untick(plan.id(), item.item(), 0)));
        refused(() -> stranger.therapist().call(() -> plans.plan(plan.id())));
        refused(() -> stranger.therapist().call(() -> plans.resume(plan.id())));
        refused(() -> it.client().call(() -> plans.resume(plan.id())));
        refused(() -> TestActor.desk().call(() -> plans.plan(plan.id())));
        refused(() -> TestActor.desk().call(() -> plans.ofAppointment(it.appointment())));
        assertThat(current().staff()).isNull();
        assertThat(it.therapist().call(() -> plans.plan(plan.id())).staff()).isNotNull();
    }

    @Test
    void the_same_tick_twice_is_one_tick_and_can_be_taken_back() {
        var item = plan.offered().getFirst();
        int day = item.days().getFirst();

        it.client().run(() -> plans.tick(plan.id(), item.item(), day));
        it.client().run(() -> plans.tick(plan.id(), item.item(), day));
        assertThat(it.client()
                        .call(() -> plans.current(it.clientId()))
                        .orElseThrow()
                        .offered()
                        .getFirst()
                        .ticked())
                .containsExactly(day);
        assertThat(it.client()
                        .call(() -> plans.ofClient(it.clientId()))
                        .getFirst()
                        .adherence())
                .filteredOn(kept -> kept.item().equals(item.item()))
                .first()
                .satisfies(kept -> assertThat(kept.done()).isEqualTo(1));

        it.client().run(() -> plans.untick(plan.id(), item.item(), day));
        assertThat(current().offered().getFirst().ticked()).isEmpty();
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> it.client().run(() -> plans.tick(plan.id(), item.item(), 99)));
        missing(() -> it.client().run(() -> plans.tick(plan.id(), "no-such-item", 0)));
    }

    @Test
    void a_plan_that_is_over_is_no_longer_current() {
        clock.advance(Duration.ofDays(30));

        assertThat(it.client().call(() -> plans.current(it.clientId()))).isEmpty();
        assertThat(it.client()
                        .call(() -> plans.ofClient(it.clientId()))
                        .getFirst()
                        .state())
                .isEqualTo(PlanState.ENDED);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(action);
    }

    private static void missing(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(action);
    }
}
