package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.note.CareImport.PastAnswer;
import app.afterwell.aftercare.note.CareImport.PastNote;
import app.afterwell.aftercare.note.CareImport.PastTick;
import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.UserId;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

@CareTest
class CareImportTests {

    @Autowired
    CareImport imports;

    @Autowired
    SessionNotes notes;

    @Autowired
    Plans plans;

    @Autowired
    Tasks tasks;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private Case visit(ClientId client, PractitionerId practitioner, int daysAgo) {
        return calendar.visit(
                client, practitioner, clock.instant().minus(Duration.ofDays(daysAgo)), VisitStatus.COMPLETED);
    }

    private static PastNote note(Case it, PastAnswer... answers) {
        return new PastNote(
                it.appointment(),
                it.clientId(),
                it.visit().practitioner(),
                it.visit().slot(),
                it.visit().zone(),
                Clinic.LONDON,
                Clinic.hamstrings(3),
                UserId.next(),
                "Theo Therapist",
                it.visit().slot().end().plus(Duration.ofMinutes(10)),
                Clinic.Forms.profile(1),
                null,
                List.of(),
                List.of(answers),
                List.of(new PastTick("*", 0), new PastTick("hydrate", 1)));
    }

    private static PastAnswer answer(int hours, int pain, Symptom... symptoms) {
        return new PastAnswer(
                hours,
                Duration.ofHours(hours).plusMinutes(20),
                new PainScore(pain),
                List.of(),
                Set.of(symptoms),
                hours == 24 ? " The stairs were hard. " : null,
                symptoms.length > 0);
    }

    @Test
    void past_notes_come_with_plans_answers_ticks_and_history() {
        var client = ClientId.next();
        var practitioner = PractitionerId.next();
        var first = visit(client, practitioner, 21);
        var second = visit(client, practitioner, 7);

        var imported = TestActor.owner()
                .call(() ->
                        imports.load(List.of(note(second, answer(24, 5)), note(first, answer(24, 4), answer(48, 3)))));

        assertThat(imported.notes()).isEqualTo(2);
        assertThat(imported.checkIns()).isEqualTo(6);
        assertThat(imported.tasks()).isZero();
        var all = second.client().call(() -> plans.ofClient(client));
        assertThat(all)
                .extracting(plan -> plan.appointment())
                .containsExactly(second.appointment(), first.appointment());
        assertThat(all.getLast().curve().points())
                .extracting(point -> point.pain())
                .containsExactly(4, 3);
        assertThat(all.getLast().remarks())
                .containsExactly(new PlanSummary.Remark(
                        all.getLast().curve().points().getFirst().hours(), "The stairs were hard."));
        assertThat(all.getLast().gravest()).isEqualTo(Outcome.AS_EXPECTED);
        assertThat(all.getLast().unanswered()).isEqualTo(1);
        assertThat(all.getLast().adherence())
                .filteredOn(kept -> kept.item().equals("hydrate"))
                .first()
                .satisfies(kept -> assertThat(kept.done()).isEqualTo(2));
        var opened = second.therapist().call(() -> notes.open(second.appointment()));
        assertThat(opened.status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(opened.earlierVisits()).isEqualTo(1);
        assertThat(sql.sql("select history from aftercare_plan where appointment_id = :id")
                        .param("id", second.appointment().value())
                        .query(String.class)
                        .single())
                .contains("\"daysAgo\": 14", "\"sorenessHours\": 48");
    }

    @Test
    void what_is_recent_goes_on() {
        var it = visit(ClientId.next(), PractitionerId.next(), 1);

        var imported =
                TestActor.owner().call(() -> imports.load(List.of(note(it, answer(20, 4, Symptom.NEW_NUMBNESS)))));

        assertThat(imported.tasks()).isEqualTo(1);
        var plan = it.client().call(() -> plans.current(it.clientId())).orElseThrow();
        assertThat(plan.state()).isEqualTo(PlanState.PAUSED);
        assertThat(plan.checkIns()).extracting(question -> question.status()).contains("PLANNED", "ANSWERED");
        assertThat(TestActor.desk()
                        .call(() -> tasks.list(new TaskFilter(TaskStatus.OPEN, false, it.clientId()), 0, 5))
                        .tasks())
                .hasSize(1);
    }

    @Test
    void a_clinics_year_comes_in_at_once() {
        var all = new ArrayList<PastNote>();
        var practitioner = PractitionerId.next();
        for (int client = 0; client < 400; client++) {
            var id = ClientId.next();
            for (int visit = 1; visit <= 15; visit++) {
                all.add(note(visit(id, practitioner, visit * 14), answer(24, 5), answer(48, 4), answer(72, 3)));
            }
        }

        var imported = TestActor.owner().call(() -> imports.load(all));

        assertThat(imported.notes()).isEqualTo(6000);
        assertThat(imported.checkIns()).isEqualTo(18000);
    }

    @Test
    void only_an_owner_may() {
        for (var who : List.of(TestActor.desk(), TestActor.therapist(PractitionerId.next()))) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> who.call(() -> imports.load(List.of())));
        }
    }
}
