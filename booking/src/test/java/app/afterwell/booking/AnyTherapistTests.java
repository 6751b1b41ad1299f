package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.booking.TherapistChoice.Why;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class AnyTherapistTests {

    @Autowired
    Availability availability;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    KnownClients clients;

    @Autowired
    Clock clock;

    Clinic.Open clinic;

    @BeforeEach
    void signIn() {
        ((MutableClock) clock).set(Instant.parse("2026-11-22T15:00:00Z"));
        clinic = clinics.open();
        TestActor.desk().signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    private TherapistChoice at(String time) {
        return availability
                .choose(clinic.massage(), clinic.at(time), null, clinic.location(), null)
                .orElseThrow();
    }

    @Test
    void takesWhoHasTheFewestVisitsAndSaysSo() {
        calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "09:00"));

        var choice = at("14:00");

        assertThat(choice.slot().practitioner()).isEqualTo(clinic.tomas());
        assertThat(choice.why()).isEqualTo(Why.FEWEST_VISITS);
        assertThat(choice.free()).isEqualTo(2);
        assertThat(choice.visits()).isZero();
    }

    @Test
    void prefersWhomTheClientKnowsAndTakesTheOnlyOneWhoIsFree() {
        calendar.book(clinic.massageOf(clinic.ann(), clinic.maya(), "09:00"));
        var known = availability
                .choose(clinic.massage(), clinic.at("14:00"), null, clinic.location(), clinic.ann())
                .orElseThrow();
        assertThat(known.slot().practitioner()).isEqualTo(clinic.maya());
        assertThat(known.why()).isEqualTo(Why.KNOWN_TO_CLIENT);

        assertThat(at("09:00").why()).isEqualTo(Why.ONLY_ONE_FREE);
        assertThat(availability.choose(clinic.massage(), clinic.at("19:00"), null, clinic.location(), null))
                .isEmpty();
    }

    @Test
    void takesSomebodyWhoIsFreeForAsLongAsIsAskedFor() {
        calendar.book(clinic.massageOf(clinic.ann(), clinic.maya(), "15:15"));
        calendar.book(clinic.massageOf(clinic.ben(), clinic.tomas(), "10:00"));
        calendar.book(clinic.massageOf(clinic.ben(), clinic.tomas(), "12:00"));

        assertThat(at("14:00").slot().practitioner()).isEqualTo(clinic.maya());
        var longer = availability
                .choose(clinic.massage(), clinic.at("14:00"), Duration.ofMinutes(90), clinic.location(), null)
                .orElseThrow();
        assertThat(longer.slot().practitioner()).isEqualTo(clinic.tomas());
        assertThat(longer.why()).isEqualTo(Why.ONLY_ONE_FREE);
    }

    @Test
    void isNotAskedForAVisitThatTakesNoTime() {
        for (var length : List.of(Duration.ofMinutes(-5), Duration.ZERO, Duration.ofMinutes(4), Duration.ofHours(13))) {
            assertThatThrownBy(() ->
                            availability.choose(clinic.massage(), clinic.at("14:00"), length, clinic.location(), null))
                    .isInstanceOfSatisfying(
                            UnacceptableException.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(problem -> problem.field())
                                    .containsExactly("length"));
        }
    }

    @Test
    void spreadsADaysBookingsEvenly() {
        var times = new String[] {"09:00", "09:00", "10:15", "10:15", "14:00", "14:00", "15:15", "15:15"};
        var booked = IntStream.range(0, times.length)
                .mapToObj(number -> {
                    var choice = at(times[number]);
                    return calendar.book(clinic.massageOf(
                                    clients.introduce("Client " + number),
                                    choice.slot().practitioner(),
                                    times[number]))
                            .named("Client " + number);
                })
                .collect(Collectors.groupingBy(AppointmentInfo::practitioner, Collectors.counting()));

        assertThat(booked.values()).containsExactly(4L, 4L);
    }

    @Test
    void whoseTurnItIsChangesFromDayToDay() {
        var turns = IntStream.range(0, 28)
                .mapToObj(day -> availability
                        .choose(
                                clinic.massage(),
                                clinic.at(Clinic.TUESDAY.plusDays(day), "10:00"),
                                null,
                                clinic.location(),
                                null)
                        .orElseThrow())
                .toList();

        assertThat(turns).extracting(TherapistChoice::why).containsOnly(Why.THEIR_TURN);
        assertThat(turns)
                .extracting(choice -> choice.slot().practitioner())
                .as("how fair the turns are is held by TherapistSpreadTests")
                .contains(clinic.maya())
                .anyMatch(therapist -> !therapist.equals(clinic.maya()));
    }

    @Test
    void listsTheFirstFreeTimesPageByPage() {
        var search = new FindSlots(
                clinic.massage(), Clinic.TUESDAY, Clinic.TUESDAY.plusDays(7), null, clinic.location(), null);

        var first = availability.withAnybody(search, null, 0, 5);
        var second = availability.withAnybody(search, null, 1, 5);

        assertThat(first)
                .hasSize(5)
                .extracting(choice -> choice.slot().slot().start())
                .startsWith(clinic.at("09:00"));
        assertThat(second.getFirst().slot().slot().start())
                .isAfter(first.getLast().slot().slot().start());
    }

    @Test
    void aClientAsksForThemselvesOnly() {
        TestActor.client(clinic.ben()).signIn();
        assertThatThrownBy(() -> availability.choose(
                        clinic.massage(), clinic.at("10:00"), null, clinic.location(), clinic.ann()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(availability.choose(clinic.massage(), clinic.at("10:00"), null, clinic.location(), clinic.ben()))
                .isPresent();
    }
}
