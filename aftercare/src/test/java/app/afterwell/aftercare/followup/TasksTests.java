package app.afterwell.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.UserId;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.CountedStatements;
import testsupport.MutableClock;
import testsupport.TestActor;

/** The staff's inbox: put aside, handed over, talked about, late, closed. */
@CareTest
@RecordApplicationEvents
class TasksTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Tasks tasks;

    @Autowired
    TaskRules rules;

    @Autowired
    TaskBook book;

    @Autowired
    TaskClimbing climbing;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Staff staff;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    EntityManager entities;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEvents events;

    private final TestActor desk = TestActor.desk();
    private final TestActor otherDesk = TestActor.desk();
    private final TestActor otherTherapist = TestActor.therapist(PractitionerId.next());
    private Case it;
    private TestActor therapist;

    @BeforeEach
    void aVisit() {
        clock.set(NOW);
        it = calendar.visitJustOver();
        therapist = it.therapist();
        Stream.of(desk, otherDesk, therapist, otherTherapist).forEach(staff::add);
    }

    @AfterEach
    void clear() {
        clock.set(NOW);
        sql.sql("update task_rules set climb_urgent_minutes = 30, climb_emergency_minutes = 10")
                .update();
        sql.sql("update staff_task set status = 'DONE', snoozed_until = null, outcome = 'done', done_at = now()"
                        + " where status = 'OPEN' and cause_key like 'test:%'")
                .update();
    }

    private TaskId raise(TaskKind kind, Urgency urgency, String cause, Instant due) {
        return transaction.execute(status -> book.raise(
                OpenTasks.task(kind, urgency, cause, it.clientId(), it.visit().practitioner(), it.appointment(), due)));
    }

    private TaskId alert(Urgency urgency) {
        return raise(
                TaskKind.URGENT_ALERT, urgency, OpenTasks.newCause(), urgency == Urgency.EMERGENCY ? NOW : inHours(2));
    }

    private TaskId watch() {
        return raise(TaskKind.WATCH, Urgency.TODAY, OpenTasks.newCause(), inHours(24));
    }

    private static Instant inHours(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private TaskFilter ofClient() {
        return new TaskFilter(TaskStatus.OPEN, false, it.clientId());
    }

    private List<TaskId> listed(TestActor who, TaskFilter filter) {
        return who.call(() -> tasks.list(filter, 0, 200)).tasks().stream()
                .map(TaskView::id)
                .toList();
    }

    private List<TaskEvent> history(TestActor who, TaskId task) {
        return who.call(() -> tasks.history(task));
    }

    @Test
    void aSnoozedTaskIsOutOfTheWayUntilItsTime() {
        var task = watch();
        var until = inHours(3);
        therapist.run(() -> tasks.snooze(new SnoozeTask(task, until, "After lunch")));

        assertThat(listed(therapist, ofClient())).isEmpty();
        assertThat(listed(therapist, ofClient().sleeping())).containsExactly(task);
        assertThat(therapist.call(() -> tasks.task(task)).snoozedUntil()).isEqualTo(until);

        clock.set(until);
        assertThat(listed(therapist, ofClient())).containsExactly(task);
        climbing.wake();
        climbing.wake();
        assertThat(history(therapist, task))
                .extracting(TaskEvent::step)
                .containsExactly(TaskStep.RAISED, TaskStep.SNOOZED, TaskStep.WOKEN);
        assertThat(history(therapist, task).get(1).until()).isEqualTo(until);
        assertThat(events.stream(TaskRaised.class).map(TaskRaised::task)).contains(task);
    }

    @Test
    void aSnoozeIsTakenBack() {
        var task = watch();
        therapist.run(() -> tasks.snooze(new SnoozeTask(task, inHours(3), null)));
        therapist.run(() -> tasks.wake(task));
        assertThat(listed(therapist, ofClient())).containsExactly(task);
    }

    @ParameterizedTest
    @CsvSource({
        "EMERGENCY, PT1M, emergency-waits",
        "URGENT, PT0S, snooze-time",
        "URGENT, PT4H, ",
        "URGENT, PT4H1S, snooze-time",
        "TODAY, PT-1H, snooze-time",
        "TODAY, PT336H, ",
        "TODAY, PT336H1S, snooze-time"
    })
    void howLongATaskMayWaitDependsOnHowUrgentItIs(Urgency urgency, Duration wait, String refused) {
        var task = urgency == Urgency.TODAY ? watch() : alert(urgency);
        var snooze = new SnoozeTask(task, NOW.plus(wait), null);
        if (refused == null) {
            assertThat(therapist.call(() -> tasks.snooze(snooze)).snoozedUntil())
                    .isEqualTo(snooze.until());
        } else {
            assertThatExceptionOfType(UnacceptableException.class)
                    .isThrownBy(() -> therapist.run(() -> tasks.snooze(snooze)))
                    .satisfies(e -> assertThat(e.problems())
                            .anyMatch(problem -> problem.code().equals(refused)));
        }
    }

    @Test
    void aReportThatIsAsGraveWakesATask() {
        var cause = OpenTasks.newCause();
        var task = raise(TaskKind.WATCH, Urgency.TODAY, cause, inHours(24));
        therapist.run(() -> tasks.snooze(new SnoozeTask(task, inHours(20), null)));
        raise(TaskKind.WATCH, Urgency.TODAY, cause, inHours(24));
        assertThat(listed(therapist, ofClient())).containsExactly(task);
    }

    @Test
    void aCauseHasOneOpenTaskThatIsRaisedAndNeverLowered() {
        var cause = OpenTasks.newCause();
        var task = raise(TaskKind.WATCH, Urgency.TODAY, cause, inHours(24));
        assertThat(raise(TaskKind.URGENT_ALERT, Urgency.URGENT, cause, inHours(2)))
                .isEqualTo(task);
        assertThat(raise(TaskKind.WATCH, Urgency.TODAY, cause, inHours(30))).isEqualTo(task);

        var seen = therapist.call(() -> tasks.task(task));
        assertThat(seen.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(seen.kind()).isEqualTo(TaskKind.URGENT_ALERT);
        assertThat(seen.dueAt()).isEqualTo(inHours(2));
        assertThat(seen.times()).isEqualTo(3);
        assertThat(history(therapist, task))
                .extracting(TaskEvent::step)
                .containsExactly(TaskStep.RAISED, TaskStep.WORSENED, TaskStep.REPORTED);
    }

    @Test
    void aTaskGoesToAColleagueWithAWord() {
        var task = alert(Urgency.URGENT);
        therapist.run(() -> tasks.claim(task));
        therapist.run(() -> tasks.handOver(new HandOver(task, desk.userId(), null, "Please ring before four.")));

        assertThat(desk.call(() -> tasks.task(task)).claimedBy()).isEqualTo(desk.displayName());
        assertThat(listed(desk, new TaskFilter(TaskStatus.OPEN, true, it.clientId())))
                .containsExactly(task);
        assertThat(history(desk, task).getLast().remark()).isEqualTo("Please ring before four.");
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> otherDesk.run(() -> tasks.claim(task)));

        desk.run(() -> tasks.release(task));
        assertThat(otherDesk.call(() -> tasks.claim(task)).claimedById()).isEqualTo(otherDesk.userId());
    }

    @Test
    void whatATherapistWritesToAnotherIsForThemAndForThoseWhoTreatTheClient() {
        var task = alert(Urgency.URGENT);
        therapist.run(() ->
                tasks.handOver(new HandOver(task, otherTherapist.userId(), null, "The numbness is in her left foot.")));

        assertThat(history(otherTherapist, task).getLast().remark()).contains("numbness");
        assertThat(history(desk, task).getLast()).satisfies(entry -> {
            assertThat(entry.remark()).isNull();
            assertThat(entry.hidden()).isTrue();
            assertThat(entry.toName()).isEqualTo(otherTherapist.displayName());
        });
    }

    @Test
    void aTaskGoesToARole() {
        var task = alert(Urgency.URGENT);
        desk.run(() -> tasks.handOver(new HandOver(task, null, Role.THERAPIST, "She asks for a therapist.")));
        assertThat(listed(desk, ofClient().of(Role.DESK))).isEmpty();
        assertThat(listed(desk, ofClient().of(Role.THERAPIST))).containsExactly(task);
        therapist.run(() -> tasks.claim(task));
        assertThat(therapist.call(() -> tasks.task(task)).assignedRole()).isNull();
    }

    @Test
    void whatIsNoCallDoesNotGoToTheDesk() {
        var task = watch();
        assertThat(therapist.call(() -> tasks.colleaguesFor(task)))
                .allMatch(person -> person.roles().contains(Role.THERAPIST));
        for (var command :
                List.of(new HandOver(task, null, Role.DESK, null), new HandOver(task, desk.userId(), null, null))) {
            assertThatExceptionOfType(UnacceptableException.class)
                    .isThrownBy(() -> therapist.run(() -> tasks.handOver(command)));
        }
        for (var command : List.of(
                new HandOver(task, null, null, null),
                new HandOver(task, null, Role.OWNER, null),
                new HandOver(task, UserId.next(), null, null),
                new HandOver(task, therapist.userId(), Role.THERAPIST, null))) {
            assertThatExceptionOfType(UnacceptableException.class)
                    .isThrownBy(() -> therapist.run(() -> tasks.handOver(command)));
        }
    }

    @Test
    void theDeskReadsWhatIsMeantForIt() {
        var task = alert(Urgency.URGENT);
        therapist.run(() -> tasks.comment(new AddComment(task, "Numb since last night.", false)));
        therapist.run(() -> tasks.comment(new AddComment(task, "She is best reached after five.", true)));
        desk.run(() -> tasks.comment(new AddComment(task, "No answer at 15:00.", false)));

        assertThat(history(desk, task))
                .extracting(TaskEvent::remark)
                .containsExactly(null, null, "She is best reached after five.", "No answer at 15:00.");
        assertThat(history(therapist, task)).noneMatch(TaskEvent::hidden);
    }

    @Test
    void whatATherapistSaidOnClosingIsNotForTheDesk() {
        var task = alert(Urgency.URGENT);
        therapist.run(() -> tasks.complete(new CompleteTask(task, "Numbness has gone", "Left foot is fine again.")));
        var seen = desk.call(() -> tasks.task(task));
        assertThat(seen.outcome()).isEqualTo("done");
        assertThat(seen.comment()).isNull();
        assertThat(seen.detail()).isNull();
        assertThat(therapist.call(() -> tasks.task(task)).comment()).contains("Left foot");
    }

    @Test
    void whoClosedATaskTakesThatBack() {
        var task = alert(Urgency.URGENT);
        desk.run(() -> tasks.complete(new CompleteTask(task, "reached", null)));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> otherDesk.run(() -> tasks.reopen(task)));
        desk.run(() -> tasks.reopen(task));
        assertThat(listed(desk, ofClient())).containsExactly(task);

        desk.run(() -> tasks.complete(new CompleteTask(task, "reached", null)));
        clock.set(NOW.plus(Duration.ofMinutes(11)));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> desk.run(() -> tasks.reopen(task)));
    }

    @Test
    void whatWasReportedAgainIsNotReopenedBesideIt() {
        var cause = OpenTasks.newCause();
        var task = raise(TaskKind.URGENT_ALERT, Urgency.URGENT, cause, inHours(2));
        desk.run(() -> tasks.complete(new CompleteTask(task, "reached", null)));
        raise(TaskKind.URGENT_ALERT, Urgency.URGENT, cause, inHours(2));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> desk.run(() -> tasks.reopen(task)));
    }

    @Test
    void anUrgentTaskThatIsLateClimbsOnceToTheLeadAndAsANumberToTheOwner() {
        var owner = TestActor.owner();
        var lead = TestActor.clinicalLead(PractitionerId.next());
        // What other tests have left climbs first.
        clock.set(inHours(2).plus(Duration.ofMinutes(30)));
        climbing.climb();
        clock.set(NOW);
        var before = owner.call(() -> tasks.counts());
        var task = alert(Urgency.URGENT);
        var soft = watch();

        clock.set(inHours(2).plus(Duration.ofMinutes(30)).minusSeconds(1));
        climbing.climb();
        assertThat(therapist.call(() -> tasks.task(task)).climbedAt()).isNull();

        clock.set(inHours(2).plus(Duration.ofMinutes(30)));
        climbing.climb();
        climbing.climb();
        assertThat(therapist.call(() -> tasks.task(task)).climbedAt()).isEqualTo(clock.instant());
        assertThat(history(therapist, task))
                .filteredOn(entry -> entry.step() == TaskStep.CLIMBED)
                .hasSize(1);
        assertThat(listed(lead, new TaskFilter(TaskStatus.OPEN, true, it.clientId())))
                .containsExactly(task);
        assertThat(lead.call(() -> tasks.task(task)).detail()).isNull();

        var after = owner.call(() -> tasks.counts());
        assertThat(after.climbed() - before.climbed()).isEqualTo(1);
        assertThat(after.climbedFree() - before.climbedFree()).isEqualTo(1);
        assertThat(after.climbedSince()).isNotNull();
        therapist.run(() -> tasks.claim(task));
        assertThat(owner.call(() -> tasks.counts()).climbedFree()).isEqualTo(before.climbedFree());
        for (Runnable look : List.<Runnable>of(
                () -> tasks.task(task), () -> tasks.history(task), () -> tasks.list(TaskFilter.OPEN, 0, 10))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> owner.run(look));
        }
        assertThat(therapist.call(() -> tasks.task(soft)).climbedAt()).isNull();
    }

    @Test
    void whenTasksClimbIsForTheOwnerToSay() {
        TestActor.owner().run(() -> rules.change(new ClimbingRules(90, 5)));
        var urgent = alert(Urgency.URGENT);
        var emergency = alert(Urgency.EMERGENCY);
        clock.set(NOW.plus(Duration.ofMinutes(5)));
        climbing.climb();
        assertThat(desk.call(() -> tasks.task(emergency)).climbedAt()).isNotNull();
        clock.set(inHours(3));
        climbing.climb();
        assertThat(desk.call(() -> tasks.task(urgent)).climbedAt()).isNull();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> therapist.run(() -> rules.change(new ClimbingRules(1, 1))));
        assertThatExceptionOfType(jakarta.validation.ConstraintViolationException.class)
                .isThrownBy(() -> TestActor.owner().run(() -> rules.change(new ClimbingRules(0, 1))));
    }

    @Test
    void aTaskThatSleepsDoesNotClimbBeforeItWakes() {
        var task = alert(Urgency.URGENT);
        desk.run(() -> tasks.snooze(new SnoozeTask(task, inHours(4), null)));
        clock.set(inHours(4));
        climbing.climb();
        assertThat(desk.call(() -> tasks.task(task)).climbedAt()).isNull();
        clock.set(inHours(4).plus(Duration.ofMinutes(30)));
        climbing.wake();
        climbing.climb();
        assertThat(desk.call(() -> tasks.task(task)).climbedAt()).isNotNull();
    }

    @Test
    void theListIsNarrowedByUrgencyTimeRoleAndPerson() {
        var urgent = alert(Urgency.URGENT);
        var soft = watch();
        therapist.run(() -> tasks.claim(soft));
        var all = ofClient();
        assertThat(listed(therapist, all)).containsExactly(urgent, soft);
        assertThat(listed(therapist, all.with(Urgency.TODAY))).containsExactly(soft);
        assertThat(listed(therapist, all.due(null, inHours(3)))).containsExactly(urgent);
        assertThat(listed(therapist, all.due(inHours(3), null))).containsExactly(soft);
        assertThat(listed(therapist, all.of(Role.DESK))).containsExactly(urgent);
        assertThat(listed(therapist, all.of(Role.THERAPIST))).containsExactly(soft);
        assertThat(listed(therapist, all.with(therapist.userId()))).containsExactly(soft);
        assertThat(listed(therapist, all.ofNobody())).containsExactly(urgent);
        assertThat(listed(desk, all)).containsExactly(urgent);
    }

    @Test
    @Transactional
    void tenThousandTasksTakeAsManyQueriesAsOne() {
        var cause = OpenTasks.newCause();
        var only = raise(TaskKind.URGENT_ALERT, Urgency.URGENT, cause, inHours(1));
        entities.flush();
        var one = CountedStatements.during(() -> desk.call(() -> tasks.list(TaskFilter.OPEN, 0, 1)));
        sql.sql("""
                insert into staff_task (id, kind, urgency, status, cause_key, client_id, practitioner_id, appointment_id,
                    detail, raised_at, due_at, version)
                select gen_random_uuid(), case when n % 4 = 0 then 'WATCH' else 'URGENT_ALERT' end, 1 + n % 3, 'OPEN',
                    'test:many' || n, gen_random_uuid(), t.practitioner_id, t.appointment_id, t.detail, t.raised_at,
                    t.due_at + n * interval '1 minute', 0
                from staff_task t, generate_series(1, 10000) n where t.id = :task
                """).param("task", only.value()).update();
        var page = desk.call(() -> tasks.list(TaskFilter.OPEN, 0, 50));
        assertThat(page.tasks()).hasSize(50);
        assertThat(page.total()).isGreaterThanOrEqualTo(7_500);
        assertThat(CountedStatements.during(() -> desk.call(() -> tasks.list(TaskFilter.OPEN, 0, 200))))
                .isEqualTo(one)
                .isLessThanOrEqualTo(2);

        sql.sql("analyze staff_task").update();
        var plan = String.join("\n", sql.sql("""
                        explain select * from staff_task where status = 'OPEN' and kind in ('URGENT_ALERT', 'SILENT_CLIENT')
                        order by urgency desc, due_at, id limit 50
                        """).query(String.class).list());
        assertThat(plan).contains("Index Scan").doesNotContain("Sort");
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotOfTheStaffIsRefused() {
        var task = watch();
        return Stream.<Consumer<Tasks>>of(
                        service -> service.list(TaskFilter.OPEN, 0, 10),
                        service -> service.task(task),
                        service -> service.history(task),
                        service -> service.colleagues(),
                        service -> service.colleaguesFor(task),
                        service -> service.counts(),
                        service -> service.claim(task),
                        service -> service.release(task),
                        service -> service.snooze(new SnoozeTask(task, inHours(1), null)),
                        service -> service.wake(task),
                        service -> service.handOver(new HandOver(task, null, Role.THERAPIST, null)),
                        service -> service.comment(new AddComment(task, "Hello", false)),
                        service -> service.complete(new CompleteTask(task, "done", null)),
                        service -> service.reopen(task))
                .map(call -> DynamicTest.dynamicTest(
                        "a client",
                        () -> assertThatExceptionOfType(AccessDeniedException.class)
                                .isThrownBy(
                                        () -> TestActor.client(ClientId.next()).run(() -> call.accept(tasks)))));
    }

    @Test
    void theDeskDoesNotReachWhatIsNoCall() {
        var task = watch();
        for (Consumer<TaskId> call : List.<Consumer<TaskId>>of(
                id -> tasks.history(id),
                id -> tasks.snooze(new SnoozeTask(id, inHours(1), null)),
                id -> tasks.comment(new AddComment(id, "Hello", false)),
                id -> tasks.reopen(id))) {
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> desk.run(() -> call.accept(task)));
        }
    }
}
