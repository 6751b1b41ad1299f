package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.TherapistChoice.Why;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TherapistSpreadTests {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocationId LOCATION = new LocationId(new UUID(1, 1));
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static FreeSlot free(PractitionerId therapist, LocalDate day) {
        var start = day.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant();
        return new FreeSlot(
                new TimeSlot(start, start.plusSeconds(3600)), therapist, "Therapist", LOCATION, ZONE, null, null);
    }

    private static List<PractitionerId> therapists(int count, long seed) {
        var random = new Random(seed);
        // version 7 as the application makes them: one after the other in time, so their first bits are alike
        return IntStream.range(0, count)
                .mapToObj(n -> new PractitionerId(new UUID(
                        0x019A_0000_0000_7000L + (seed << 16) + n,
                        random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L)))
                .toList();
    }

    private static PractitionerId turnOn(LocalDate day, List<PractitionerId> therapists) {
        var slots = therapists.stream().map(therapist -> free(therapist, day)).toList();
        return TherapistSpread.choose(slots, null, therapist -> 0).slot().practitioner();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 8})
    void everybodyHasTheirShareOfTheYear(int count) {
        for (var clinic = 0; clinic < 200; clinic++) {
            var therapists = therapists(count, clinic);
            Map<PractitionerId, Integer> turns = new HashMap<>();
            for (var day = 0; day < 365; day++) {
                turns.merge(turnOn(FIRST.plusDays(day), therapists), 1, Integer::sum);
            }
            var fair = 365.0 / count;
            assertThat(turns).hasSize(count);
            assertThat(turns.values())
                    .allSatisfy(had -> assertThat((double) had).isBetween(fair / 2, fair * 3 / 2));
        }
    }

    @Test
    void nobodyIsFirstForWeeks() {
        for (var clinic = 0; clinic < 200; clinic++) {
            var therapists = therapists(2, clinic);
            var longest = 0;
            var run = 0;
            PractitionerId before = null;
            for (var day = 0; day < 365; day++) {
                var turn = turnOn(FIRST.plusDays(day), therapists);
                run = turn.equals(before) ? run + 1 : 1;
                longest = Math.max(longest, run);
                before = turn;
            }
            assertThat(longest).isLessThan(21);
        }
    }

    @Test
    void noWeekdayBelongsToOneTherapist() {
        for (var clinic = 0; clinic < 50; clinic++) {
            var therapists = therapists(7, clinic);
            for (var weekday : DayOfWeek.values()) {
                var seen = IntStream.range(0, 365)
                        .mapToObj(FIRST::plusDays)
                        .filter(day -> day.getDayOfWeek() == weekday)
                        .map(day -> turnOn(day, therapists))
                        .distinct()
                        .count();
                assertThat(seen).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @Test
    void theOrderOfThoseFreeDoesNotMatter() {
        var therapists = therapists(5, 3);
        var shuffled = new ArrayList<>(therapists);
        Collections.shuffle(shuffled, new Random(9));
        for (var day = 0; day < 60; day++) {
            assertThat(turnOn(FIRST.plusDays(day), shuffled)).isEqualTo(turnOn(FIRST.plusDays(day), therapists));
        }
    }

    @Test
    void whomTheClientKnowsComesBeforeTheTurn() {
        var therapists = therapists(3, 1);
        var slots = therapists.stream().map(therapist -> free(therapist, FIRST)).toList();
        for (var known : therapists) {
            var choice = TherapistSpread.choose(slots, known, therapist -> therapist.equals(known) ? 4 : 0);
            assertThat(choice.slot().practitioner()).isEqualTo(known);
            assertThat(choice.why()).isEqualTo(Why.KNOWN_TO_CLIENT);
        }
    }
}
