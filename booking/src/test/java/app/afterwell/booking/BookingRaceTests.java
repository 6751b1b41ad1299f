package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.VisitStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.TestActor;

@BookingTest
class BookingRaceTests {

    @Autowired
    Calendar calendar;

    @Autowired
    Holds holds;

    @Autowired
    Series series;

    @Autowired
    Parties parties;

    @Autowired
    KnownClients clients;

    @Autowired
    Clinic clinics;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(3)
    void givesOneSlotToOneOfFifty() throws Exception {
        var clinic = clinics.open();

        var outcomes = atOnce(50, number -> () -> calendar.book(clinic.massageAt("10:00")));

        assertThat(outcomes).containsOnly(Map.entry("booked", 1L), Map.entry("slot-taken", 49L));
    }

    @RepeatedTest(3)
    void fillsBothLanesOfARoomWhenTwentyWantIt() throws Exception {
        var clinic = clinics.open();

        var outcomes = atOnce(
                20,
                number -> () -> calendar.book(new BookAppointment(
                        clinic.ann(),
                        clinic.massage(),
                        number % 2 == 0 ? clinic.maya() : clinic.tomas(),
                        clinic.at("10:00"),
                        null,
                        clinic.couples(),
                        null,
                        null,
                        null)));

        assertThat(outcomes).containsOnly(Map.entry("booked", 2L), Map.entry("slot-taken", 18L));
    }

    @RepeatedTest(3)
    void neverOverlapsWhenMovesBookingsAndUndosMeet() throws Exception {
        var clinic = clinics.open();
        var desk = clinic.desk();
        var times = List.of("09:00", "10:10", "11:20", "14:00", "15:10");
        var booked = desk.call(() -> times.stream()
                .map(time -> calendar.book(clinic.massageAt(time)))
                .toList());
        var cancelled = desk.call(() -> calendar.cancel(booked.getFirst().id(), "To be undone"));

        var outcomes = atOnce(40, number -> switch (number % 4) {
            case 0 -> () -> calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "09:30"));
            case 1 -> () -> calendar.setStatus(cancelled.id(), VisitStatus.BOOKED);
            case 2 -> () -> calendar.move(MoveAppointment.to(booked.get(1).id(), 0, clinic.at("09:15")));
            default -> () -> calendar.move(MoveAppointment.to(booked.get(3).id(), 0, clinic.at("09:45")));
        });

        assertThat(outcomes.keySet()).isSubsetOf("booked", "slot-taken", "stale-version");
        assertThat(overlaps(clinic)).isZero();
    }

    @RepeatedTest(5)
    void givesOneSlotToOneOfTwoHundred() throws Exception {
        var clinic = clinics.open();

        var outcomes = atOnce(200, number -> () -> calendar.book(clinic.massageAt("10:00")));

        assertThat(outcomes).containsOnly(Map.entry("booked", 1L), Map.entry("slot-taken", 199L));
    }

    @RepeatedTest(5)
    void givesOneSlotToOneOfTwoHundredWhoHoldIt() throws Exception {
        var clinic = clinics.open();
        var people = IntStream.range(0, 200)
                .mapToObj(number -> clients.introduce("Client " + number))
                .toList();

        var outcomes = atOnce(200, number -> () -> {
            var held = holds.hold(
                    new HoldSlot(people.get(number), clinic.massage(), clinic.maya(), clinic.at("10:00"), null, null));
            return holds.confirm(held.id());
        });

        assertThat(outcomes).containsOnly(Map.entry("booked", 1L), Map.entry("slot-taken", 199L));
    }

    @RepeatedTest(3)
    void neverOverlapsWhenSeriesMovesHoldsPartiesAndBookingsMeet() throws Exception {
        var clinic = clinics.open();
        var booked = clinic.desk().call(() -> calendar.book(clinic.massageAt("15:00")));
        var people = IntStream.range(0, 60)
                .mapToObj(number -> clients.introduce("Client " + number))
                .toList();

        var outcomes = atOnce(60, number -> switch (number % 5) {
            case 0 ->
                () -> series.book(new BookSeries(
                        people.get(number),
                        clinic.massage(),
                        clinic.location(),
                        1,
                        null,
                        null,
                        null,
                        IntStream.range(0, 4)
                                .mapToObj(week -> new BookSeries.Time(
                                        clinic.maya(), clinic.at(Clinic.TUESDAY.plusWeeks(week), "10:00"), null))
                                .toList()));
            case 1 -> () -> calendar.move(MoveAppointment.to(booked.id(), 0, clinic.at("10:30")));
            case 2 ->
                () -> {
                    var held = holds.hold(new HoldSlot(
                            people.get(number),
                            clinic.massage(),
                            clinic.maya(),
                            clinic.at(Clinic.TUESDAY.plusWeeks(1), "10:15"),
                            null,
                            null));
                    return holds.confirm(held.id());
                };
            case 3 ->
                () -> parties.book(new BookParty(
                        clinic.location(),
                        clinic.at("09:30"),
                        null,
                        null,
                        List.of(
                                new BookParty.Member(people.get(number), clinic.massage(), clinic.maya()),
                                new BookParty.Member(clinic.ben(), clinic.massage(), clinic.tomas()))));
            default -> () -> calendar.book(clinic.massageOf(people.get(number), clinic.maya(), "10:45"));
        });

        assertThat(outcomes.keySet()).isSubsetOf("booked", "slot-taken", "stale-version");
        assertThat(overlaps(clinic)).isZero();
    }

    @Test
    void swapsOfTwoDoNotHang() throws Exception {
        var clinic = clinics.open();
        var first = clinic.desk().call(() -> calendar.book(clinic.massageAt("09:00")));
        var second = clinic.desk().call(() -> calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "10:10")));

        var outcomes = atOnce(
                2,
                number -> () -> calendar.move(
                        number == 0
                                ? MoveAppointment.to(first.id(), 0, clinic.at("10:15"))
                                : MoveAppointment.to(second.id(), 0, clinic.at("09:05"))));

        assertThat(outcomes).containsOnly(Map.entry("slot-taken", 2L));
    }

    private int overlaps(Clinic.Open clinic) {
        return jdbc.sql("""
                        select count(*) from calendar_entry one join calendar_entry other
                        on one.id < other.id and (one.practitioner_id = other.practitioner_id
                                and tstzrange(one.busy_from, one.busy_until) && tstzrange(other.busy_from, other.busy_until)
                            or one.room_id = other.room_id and one.lane = other.lane
                                and tstzrange(one.busy_from, one.room_until) && tstzrange(other.busy_from, other.room_until))
                        where one.location_id = ? and one.status not in ('CANCELLED', 'NO_SHOW')
                            and other.status not in ('CANCELLED', 'NO_SHOW')""")
                .param(clinic.location().value())
                .query(Integer.class)
                .single();
    }

    private static Map<String, Long> atOnce(int count, Function<Integer, Callable<?>> calls) throws Exception {
        var start = new CountDownLatch(1);
        var outcomes = Collections.synchronizedList(new ArrayList<String>());
        try (var threads = Executors.newFixedThreadPool(count)) {
            var clinicDesk = TestActor.desk();
            IntStream.range(0, count)
                    .forEach(number -> threads.submit(() -> {
                        var call = calls.apply(number);
                        start.await();
                        try {
                            clinicDesk.call(call);
                            outcomes.add("booked");
                        } catch (ConflictException e) {
                            outcomes.add(e.code());
                        } catch (RuntimeException e) {
                            outcomes.add(e.toString());
                        }
                        return null;
                    }));
            start.countDown();
        }
        return outcomes.stream().collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
    }
}
