package app.afterwell.webui.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCalendarTests {

    private static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T10:50:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:50:00Z",
                "2026-11-24T03:10:00Z",
                "2026-11-22T18:40:00Z",
                "2026-03-29T09:05:00Z",
                "2026-10-25T23:50:00Z",
                "2027-02-28T12:00:00Z",
                "2026-12-31T14:31:00Z"
            })
    void neverBooksATherapistTwiceWhateverTheHour(String at) {
        var clinic = new Clinic(Instant.parse(at));
        Map<DemoStaff, Instant> busyUntil = new HashMap<>();
        for (var visit : clinic.visits) {
            if (visit.appointment().status().frees()) {
                continue;
            }
            var slot = visit.appointment().slot();
            var before = busyUntil.put(visit.staff(), slot.end().plus(Duration.ofMinutes(DemoDirectory.BUFFER)));
            assertThat(before == null || !slot.start().isBefore(before))
                    .as("%s at %s", visit.staff().name(), slot.start())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-24T10:50:00Z", "2026-11-24T03:10:00Z", "2026-11-22T18:40:00Z", "2026-11-28T12:00:00Z"})
    void givesRuthAVisitTodayAndAQuestionThatWaits(String at) {
        var clinic = new Clinic(Instant.parse(at));
        var ruth = clinic.clients.get(DemoPeople.RUTH);
        var visits = clinic.visits.stream()
                .filter(visit -> visit.client().equals(ruth))
                .toList();

        assertThat(visits).allMatch(visit -> visit.staff().equals(clinic.directory.maya()));
        assertThat(visits)
                .filteredOn(visit -> clinic.dayOf(visit).equals(clinic.today))
                .hasSize(1);
        assertThat(visits)
                .filteredOn(visit -> visit.appointment().status() == VisitStatus.COMPLETED)
                .hasSizeGreaterThan(20)
                .last()
                .satisfies(last -> assertThat(
                                Duration.between(last.appointment().slot().end(), clinic.now))
                        .isBetween(Duration.ofHours(24), Duration.ofHours(49)));
    }

    @Test
    void comesOutTheSameAtEveryStart() {
        assertThat(new Clinic(TUESDAY_MORNING).visits).isEqualTo(new Clinic(TUESDAY_MORNING).visits);
        assertThat(new Clinic(TUESDAY_MORNING).clients).isEqualTo(new Clinic(TUESDAY_MORNING).clients);
    }

    @Test
    void isAYearOfAGrowingClinicAndSixWeeksAhead() {
        var clinic = new Clinic(TUESDAY_MORNING);

        assertThat(clinic.clients).hasSize(400);
        assertThat(clinic.directory.staff()).hasSize(8);
        assertThat(clinic.directory.rooms()).hasSize(6);
        assertThat(clinic.directory.services())
                .hasSize(10)
                .allSatisfy(service -> assertThat(service.minutes()).isBetween(30, 120));
        assertThat(clinic.dayOf(clinic.visits.getFirst())).isBefore(clinic.today.minusDays(350));
        assertThat(clinic.dayOf(clinic.visits.getLast())).isAfter(clinic.today.plusDays(35));
        assertThat(clinic.visits).hasSizeBetween(5_000, 12_000);
        var perDay = clinic.visits.stream().collect(Collectors.groupingBy(clinic::dayOf, Collectors.counting()));
        assertThat(perDay.get(clinic.today)).isGreaterThan(25);
        assertThat(perDay.get(clinic.today.plusDays(28))).isLessThan(20);
    }

    /** What the demo would make at a moment. */
    private static final class Clinic {

        private final Instant now;
        private final LocalDate today;
        private final DemoDirectory directory;
        private final List<DemoClient> clients;
        private final List<DemoVisit> visits;

        Clinic(Instant now) {
            this.now = now;
            this.today = now.atZone(DemoDirectory.DUBLIN).toLocalDate();
            this.directory = new DemoDirectory(today);
            this.clients = new DemoPeople(today, directory.staff()).all();
            this.visits = new DemoCalendar(now, today, directory, clients).all();
        }

        LocalDate dayOf(DemoVisit visit) {
            return visit.appointment()
                    .slot()
                    .start()
                    .atZone(visit.staff().zone())
                    .toLocalDate();
        }
    }
}
