package app.afterwell.aftercare.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.note.CareImport;
import app.afterwell.aftercare.note.CareImport.PastAnswer;
import app.afterwell.aftercare.note.CareImport.PastNote;
import app.afterwell.aftercare.note.CareImport.PastTick;
import app.afterwell.aftercare.outcome.OutcomeReport.Alert;
import app.afterwell.aftercare.outcome.OutcomeReport.When;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.UserId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.CountedStatements;
import testsupport.TestActor;

/** Numbers of past visits, worked out by hand; each test has a year of its own. */
@CareTest
class OutcomesTests {

    @Autowired
    Outcomes outcomes;

    @Autowired
    CareImport imports;

    @Autowired
    Clinic.Calendar calendar;

    private final TestActor owner = TestActor.owner();
    private final LocationId riverside = LocationId.next();
    private final LocationId hill = LocationId.next();

    /** Pain 3 right after the visit. */
    private PastNote visit(LocationId place, Instant start, int pressure, List<PastTick> ticks, PastAnswer... answers) {
        var visit = new Visit(
                AppointmentId.next(),
                ClientId.next(),
                PractitionerId.next(),
                "Theo Therapist",
                place,
                "A place",
                "+441632960118",
                Clinic.LONDON,
                "GB",
                "deep-60",
                "Deep tissue 60",
                TimeSlot.of(start, Duration.ofHours(1)),
                VisitStatus.COMPLETED);
        calendar.put(visit);
        return new PastNote(
                visit.id(),
                visit.client(),
                visit.practitioner(),
                visit.slot(),
                visit.zone(),
                Clinic.LONDON,
                Clinic.hamstrings(pressure),
                UserId.next(),
                "Theo Therapist",
                visit.slot().end().plus(Duration.ofMinutes(10)),
                Clinic.Forms.profile(1),
                null,
                List.of(),
                List.of(answers),
                ticks);
    }

    private static PastAnswer answer(int hours, int pain, Symptom... symptoms) {
        return new PastAnswer(
                hours,
                Duration.ofHours(hours).plusMinutes(20),
                new PainScore(pain),
                List.of(),
                Set.of(symptoms),
                null,
                symptoms.length > 0);
    }

    private void load(List<PastNote> notes) {
        owner.run(() -> imports.load(notes));
    }

    private OutcomeReport report(int year, LocationId place) {
        return owner.call(
                () -> outcomes.report(new OutcomeFilter(YearMonth.of(year, 1), YearMonth.of(year, 12), place)));
    }

    @Test
    void countsWhatCameOfTheVisits() {
        var start = Instant.parse("2021-03-02T10:00:00Z");
        var notes = new ArrayList<PastNote>();
        for (int i = 0; i < 6; i++) {
            notes.add(visit(
                    riverside,
                    start,
                    3,
                    List.of(new PastTick("hydrate", 0), new PastTick("hydrate", 1)),
                    answer(24, i < 3 ? 5 : 8),
                    answer(48, 3)));
        }
        load(notes);
        var report = report(2021, riverside);

        assertThat(report.visits()).isEqualTo(6);
        // Pressure 3: two above the baseline of 3 at 24 hours; 8 is above the band, 5 is not.
        assertThat(report.soreness())
                .filteredOn(cell -> cell.technique() == Technique.DEEP_TISSUE
                        && Integer.valueOf(3).equals(cell.pressure()))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.figures()).isNotNull();
                    assertThat(cell.figures().visits()).isEqualTo(6);
                    assertThat(cell.figures().rise()).isEqualTo(3.5, within(1e-9));
                    assertThat(cell.figures().expected()).isEqualTo(2.0, within(1e-9));
                    assertThat(cell.figures().above()).isGreaterThanOrEqualTo(0.5);
                });
        assertThat(report.resolved())
                .filteredOn(cell -> cell.pressure() == null && cell.when() == When.SECOND_DAY)
                .singleElement()
                .satisfies(cell -> assertThat(cell.visits()).isEqualTo(6));
        assertThat(report.resolved())
                .filteredOn(cell -> cell.pressure() == null && cell.when() == null)
                .singleElement()
                .satisfies(cell -> assertThat(cell.hours()).isEqualTo(48.33, within(0.01)));
        assertThat(report.adherence())
                .filteredOn(cell -> "hydrate".equals(cell.item()))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.figures()).isNotNull();
                    assertThat(cell.figures().done()).isEqualTo(12);
                    assertThat(cell.figures().not()).isZero();
                });
        assertThat(report.adherence()).noneMatch(cell -> "ask-your-therapist".equals(cell.item()));
        assertThat(report.silence())
                .filteredOn(cell -> Integer.valueOf(72).equals(cell.afterHours()))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.figures()).isNotNull();
                    assertThat(cell.figures().asked()).isEqualTo(6);
                    assertThat(cell.figures().silent()).isEqualTo(6);
                });
        assertThat(report(2021, null).visits()).isEqualTo(6);
    }

    @Test
    void doesNotSayWhatWouldNameSomebody() {
        var start = Instant.parse("2022-03-02T10:00:00Z");
        var notes = new ArrayList<PastNote>();
        for (int i = 0; i < 9; i++) {
            notes.add(visit(riverside, start, 3, List.of(), answer(24, 4)));
        }
        for (int i = 0; i < 8; i++) {
            notes.add(visit(riverside, start, 4, List.of(), answer(24, 4)));
        }
        for (int i = 0; i < 2; i++) {
            notes.add(visit(riverside, start, 5, List.of(), answer(24, 4)));
        }
        notes.add(visit(hill, start, 3, List.of(), answer(24, 9, Symptom.NEW_NUMBNESS)));
        load(notes);

        var here = report(2022, riverside);
        // Two people at pressure 5: their cell goes, and another, or a subtraction would tell.
        var hidden = here.soreness().stream()
                .filter(cell -> cell.technique() == Technique.DEEP_TISSUE && cell.pressure() != null)
                .filter(cell -> cell.figures() == null)
                .map(OutcomeReport.Soreness::pressure)
                .toList();
        assertThat(hidden).contains(5).hasSizeGreaterThan(1);
        var there = report(2022, hill);
        assertThat(there.visits()).isNull();
        assertThat(there.soreness())
                .allSatisfy(cell -> assertThat(cell.figures()).isNull());
        assertThat(there.alerts()).allSatisfy(cell -> assertThat(cell.figures()).isNull());
        // All less Riverside would tell of the one at the other place.
        var all = report(2022, null);
        assertThat(here.visits() == null || all.visits() == null).isTrue();
        assertThat(all.alerts())
                .filteredOn(cell -> cell.alert() == Alert.URGENT)
                .allSatisfy(cell -> assertThat(cell.figures()).isNull());
    }

    @Test
    void aPeriodWithoutVisitsIsEmpty() {
        assertThat(report(1999, null).isEmpty()).isTrue();
        assertThat(report(1999, null).visits()).isNull();
    }

    @Test
    void takesAsManyQueriesForManyVisitsAsForOne() {
        load(List.of(visit(riverside, Instant.parse("2019-03-02T10:00:00Z"), 3, List.of(), answer(24, 4))));
        var many = new ArrayList<PastNote>();
        for (int i = 0; i < 40; i++) {
            many.add(visit(hill, Instant.parse("2018-03-02T10:00:00Z"), 1 + i % 5, List.of(), answer(24, 4)));
        }
        load(many);
        int one = CountedStatements.during(() -> report(2019, null));
        assertThat(CountedStatements.during(() -> report(2018, null))).isEqualTo(one);
    }

    @Test
    void aPeriodIsOneToThirtySixMonths() {
        for (var filter : List.of(
                new OutcomeFilter(YearMonth.of(2021, 2), YearMonth.of(2021, 1), null),
                new OutcomeFilter(YearMonth.of(2018, 1), YearMonth.of(2021, 1), null))) {
            assertThatExceptionOfType(UnacceptableException.class)
                    .isThrownBy(() -> owner.run(() -> outcomes.report(filter)));
        }
    }

    @Test
    void onlyTheOwnerSeesThem() {
        for (var other : List.of(
                TestActor.desk(),
                TestActor.therapist(PractitionerId.next()),
                TestActor.clinicalLead(PractitionerId.next()),
                TestActor.client(ClientId.next()))) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> other.run(() ->
                            outcomes.report(new OutcomeFilter(YearMonth.of(2021, 1), YearMonth.of(2021, 12), null))));
        }
    }
}
