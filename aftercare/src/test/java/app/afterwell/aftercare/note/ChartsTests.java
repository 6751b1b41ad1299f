package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.CountedStatements;
import testsupport.MutableClock;
import testsupport.TestActor;

@CareTest
class ChartsTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Charts charts;

    @Autowired
    SessionNotes notes;

    @Autowired
    SignedNotes later;

    @Autowired
    Plans plans;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    MutableClock clock;

    private final ClientId client = ClientId.next();
    private final PractitionerId practitioner = PractitionerId.next();
    private final TestActor therapist = TestActor.therapist(practitioner);

    @BeforeEach
    void start() {
        clock.set(SUNDAY);
        forms.confirm(client);
    }

    private Case visit(Duration ago) {
        return calendar.visit(client, practitioner, SUNDAY.minus(ago), VisitStatus.IN_SESSION);
    }

    private Signed sign(Case it, String said) {
        return therapist.call(() -> {
            var draft = Clinic.hamstrings(3);
            var note = notes.save(new SaveDraft(
                    it.appointment(),
                    notes.open(it.appointment()).version(),
                    new NoteDraft(draft.session(), new NoteText(said, "", "", ""))));
            return notes.sign(new SignNote(
                    it.appointment(), note.version(), note.preview().digest(), List.of()));
        });
    }

    @Test
    void a_chart_is_read_in_parts_that_join() {
        var all = new ArrayList<Case>();
        for (int week = 0; week < 7; week++) {
            all.add(visit(Duration.ofDays(7L * week + 1)));
        }
        sign(all.get(2), "Tight.");

        var first = therapist.call(() -> charts.page(client, null, 3));
        var second = therapist.call(() -> charts.page(client, first.older(), 3));
        var third = therapist.call(() -> charts.page(client, second.older(), 3));

        assertThat(first.visits()).hasSize(3);
        assertThat(second.visits()).hasSize(3);
        assertThat(third.visits()).hasSize(1);
        assertThat(third.older()).isNull();
        assertThat(first.visits().get(2).note().status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(first.visits().get(2).plan().state()).isEqualTo(PlanState.ENDED);
        assertThat(first.visits().get(0).note()).isNull();
        assertThat(therapist.call(() -> charts.plans(client))).isEqualTo(1);
    }

    @Test
    void a_longer_record_asks_the_database_no_more_often() {
        sign(visit(Duration.ofDays(1)), "First.");
        sign(visit(Duration.ofDays(2)), "Second.");
        int few = CountedStatements.during(() -> therapist.call(this::firstScreen));
        for (int week = 1; week <= 10; week++) {
            sign(visit(Duration.ofDays(7L * week + 3)), "Again.");
        }

        assertThat(CountedStatements.during(() -> therapist.call(this::firstScreen)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(8);
    }

    private Object firstScreen() {
        charts.page(client, null, 12);
        charts.plans(client);
        return charts.frames(client, null, 25);
    }

    @Test
    void a_line_shows_the_version_in_force_and_knows_all_others() {
        var it = visit(Duration.ofDays(1));
        sign(it, "The left one.");
        therapist.run(() -> later.add(new AddAddendum(it.appointment(), "Rang", "Better already.")));
        therapist.run(() -> later.amend(new AmendNote(it.appointment(), "It was the right one.")));

        var begun = therapist
                .call(() -> charts.page(client, null, 5))
                .visits()
                .getFirst()
                .note();
        assertThat(begun.revision()).isEqualTo(1);
        assertThat(begun.amending()).isTrue();
        assertThat(begun.addenda()).hasSize(1);

        sign(it, "The right one.");
        var line = therapist
                .call(() -> charts.page(client, null, 5))
                .visits()
                .getFirst()
                .note();
        assertThat(line.revision()).isEqualTo(2);
        assertThat(line.amending()).isFalse();
        assertThat(line.versions()).extracting(NoteView.Version::reason).containsExactly(null, "It was the right one.");
        assertThat(therapist.call(() -> charts.frames(client, null, 10))).hasSize(1);
        var recorded = therapist.call(() -> charts.record(it.appointment()));
        assertThat(recorded).extracting(RecordedNote::revision).containsExactly(2, 1);
        assertThat(recorded).extracting(RecordedNote::inForce).containsExactly(true, false);
        assertThat(recorded.get(1).addenda()).hasSize(1);
        assertThat(recorded.getFirst().plan()).isNotEmpty();
        assertThat(therapist.call(() -> charts.record(client))).hasSize(2);
        assertThat(therapist.call(() -> charts.export(it.appointment()))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ladder, true",
        "ladders, true",
        "fell, true",
        "falling ladder, false",
        "fell lad, true",
        "'fell off a ladder', true",
        "'\"fell off\"', true",
        "'\"ladder fell\"', false",
        "'ladder -may', false",
        "'hamstrings', true",
        "'nowhere', false",
        "'&:* ''', false",
    })
    void words_are_found_as_they_are_said_and_as_they_are_typed(String typed, boolean found) {
        sign(visit(Duration.ofDays(1)), "She fell off a ladder in May.");
        var hits = therapist.call(() -> charts.search(client, typed));
        assertThat(hits).hasSize(found ? 1 : 0);
    }

    @Test
    void what_was_found_is_marked_and_addenda_are_searched_too() {
        var it = visit(Duration.ofDays(1));
        sign(it, "She fell off a ladder in May, and again in June.");
        therapist.run(() -> later.add(new AddAddendum(it.appointment(), "Rang", "The ladder was a stool.")));

        var hits = therapist.call(() -> charts.search(client, "ladder"));

        assertThat(hits).hasSize(2).anyMatch(NoteHit::addendum);
        assertThat(hits)
                .allSatisfy(hit -> assertThat(hit.words().stream()
                                .filter(NoteHit.Piece::found)
                                .map(NoteHit.Piece::text)
                                .collect(Collectors.toSet()))
                        .containsExactly("ladder"));
    }

    @Test
    void only_the_version_in_force_is_searched() {
        var it = visit(Duration.ofDays(1));
        sign(it, "It burns.");
        therapist.run(() -> later.amend(new AmendNote(it.appointment(), "It was the other one.")));
        sign(it, "It stings.");
        assertThat(therapist.call(() -> charts.search(client, "burns"))).isEmpty();
        assertThat(therapist.call(() -> charts.search(client, "stings"))).hasSize(1);
    }

    @Test
    void of_two_visits_on_a_day_the_later_ones_plan_is_the_clients_whichever_is_signed_last() {
        var morning = visit(Duration.ofHours(6));
        var afternoon = visit(Duration.ofHours(2));
        var later = sign(afternoon, "Second.");
        clock.advance(Duration.ofMinutes(5));
        sign(morning, "First.");

        assertThat(TestActor.client(client)
                        .call(() -> plans.current(client))
                        .orElseThrow()
                        .id())
                .isEqualTo(later.plan().id());
    }

    @Test
    void only_therapists_who_treat_the_client_may() {
        var it = visit(Duration.ofDays(1));
        sign(it, "Tight.");
        for (var who : List.of(
                TestActor.therapist(PractitionerId.next()),
                TestActor.desk(),
                TestActor.owner(),
                TestActor.client(client))) {
            refused(() -> who.call(() -> charts.page(client, null, 5)));
            refused(() -> who.call(() -> charts.plans(client)));
            refused(() -> who.call(() -> charts.frames(client, null, 5)));
            refused(() -> who.call(() -> charts.search(client, "tight")));
            refused(() -> who.call(() -> charts.record(client)));
            refused(() -> who.call(() -> charts.record(it.appointment())));
            refused(() -> who.call(() -> charts.export(it.appointment())));
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(action);
    }
}
