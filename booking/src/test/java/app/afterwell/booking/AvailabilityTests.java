package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class AvailabilityTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Availability availability;

    @Autowired
    Calendar calendar;

    @Autowired
    Directory directory;

    @Autowired
    Clinic clinics;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Clinic.Open clinic;

    @BeforeEach
    void signIn() {
        ((MutableClock) clock).set(SUNDAY);
        clinic = clinics.open();
        TestActor.desk().signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
        ((MutableClock) clock).set(SUNDAY);
    }

    private List<String> starts(ServiceId service, PractitionerId practitioner) {
        return starts(service, practitioner, Clinic.TUESDAY);
    }

    private List<String> starts(ServiceId service, PractitionerId practitioner, LocalDate day) {
        return availability
                .free(new FindSlots(service, day, day, practitioner, clinic.location(), null))
                .slots()
                .stream()
                .map(slot ->
                        LocalTime.ofInstant(slot.slot().start(), slot.zone()).toString())
                .toList();
    }

    @Test
    void offersQuarterHoursInWorkingTimeAroundTheBreak() {
        var starts = starts(clinic.massage(), clinic.maya());

        assertThat(starts).startsWith("09:00", "09:15").endsWith("15:45", "16:00");
        assertThat(starts).contains("11:30", "13:15").doesNotContain("11:45", "12:30", "13:00");
    }

    @Test
    void leavesOutWhatIsTakenWithBuffers() {
        calendar.book(clinic.massageAt("10:00"));

        assertThat(starts(clinic.massage(), clinic.maya()))
                .as("ten minutes behind each treatment")
                .doesNotContain("09:00", "10:00", "11:00")
                .contains("11:15");
    }

    @Test
    void fallsBackToAnotherRoomAndKnowsWhenNoneIsLeft() {
        calendar.book(inRoom1("10:00"));
        var free = availability.free(new FindSlots(
                clinic.massage(), Clinic.TUESDAY, Clinic.TUESDAY, clinic.maya(), clinic.location(), null));
        assertThat(free.slots())
                .filteredOn(slot -> slot.slot().start().equals(clinic.at("10:00")))
                .extracting(FreeSlot::room)
                .containsExactly(clinic.couples());

        assertThat(starts(clinic.stretching(), clinic.maya()))
                .as("only given in room 1, which is turned over behind each visit")
                .doesNotContain("09:30", "10:00", "11:00")
                .contains("09:15", "11:15");
    }

    private BookAppointment inRoom1(String time) {
        return clinic.massageIn(clinic.room1(), clinic.ben(), clinic.tomas(), time);
    }

    @Test
    void offersAServiceThatNeedsNoRoom() {
        var free = availability.free(
                new FindSlots(clinic.call(), Clinic.TUESDAY, Clinic.TUESDAY, clinic.maya(), clinic.location(), null));

        assertThat(free.slots())
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.room()).isNull());
    }

    @Test
    void offersEverybodyByStartAndName() {
        var free = availability.free(
                new FindSlots(clinic.massage(), Clinic.TUESDAY, Clinic.TUESDAY, null, clinic.location(), null));

        assertThat(free.slots().subList(0, 4))
                .extracting(FreeSlot::practitioner)
                .containsExactly(clinic.maya(), clinic.tomas(), clinic.maya(), clinic.tomas());
    }

    @Test
    void respectsClosuresAbsencesAndADaysOwnHours() {
        jdbc.sql("insert into closure values (gen_random_uuid(), ?, '2026-11-24 09:00', '2026-11-24 12:00', 'Boiler')")
                .param(clinic.location().value())
                .update();
        jdbc.sql("""
                insert into time_off values (gen_random_uuid(), ?, '2026-11-24 14:00:00Z', '2026-11-24 15:00:00Z', 'Dentist')""").param(clinic.tomas().value()).update();
        assertThat(starts(clinic.massage(), clinic.tomas()))
                .startsWith("12:00")
                .contains("13:00", "15:00")
                .doesNotContain("13:15", "14:00", "14:45");
        var board = calendar.day(clinic.location(), Clinic.TUESDAY);
        assertThat(board.closed()).isEqualTo("Boiler");
        assertThat(board.columns().getLast().breaks())
                .extracting(DayBoard.Pause::label)
                .containsExactly("Dentist");

        jdbc.sql("insert into practitioner_day values (?, ?, '2026-11-25', '16:00', '18:00')")
                .params(clinic.tomas().value(), clinic.location().value())
                .update();
        assertThat(starts(clinic.massage(), clinic.tomas(), Clinic.TUESDAY.plusDays(1)))
                .containsExactly("16:00", "16:15", "16:30", "16:45", "17:00");
    }

    @Test
    void offersNothingThatHasPassed() {
        ((MutableClock) clock).set(clinic.at("14:05"));

        assertThat(starts(clinic.massage(), clinic.maya())).startsWith("14:15");
        assertThat(starts(clinic.massage(), clinic.maya(), Clinic.TUESDAY.minusDays(1)))
                .isEmpty();
    }

    @Test
    void offersAClientWhatTheyMayBookThemselves() {
        ((MutableClock) clock).set(clinic.at("09:05"));
        TestActor.client(clinic.ann()).signIn();

        assertThat(starts(clinic.massage(), clinic.maya()))
                .as("two hours ahead")
                .startsWith("11:15");
        assertThat(starts(clinic.stretching(), clinic.maya())).isEmpty();
        assertThat(starts(clinic.massage(), clinic.maya(), LocalDate.of(2027, 3, 30)))
                .as("beyond the horizon")
                .isEmpty();
    }

    @Test
    void stopsAtADailyLimit() {
        var tomas = directory.practitioner(clinic.tomas());
        TestActor.owner()
                .run(() -> directory.save(new PractitionerInfo(
                        tomas.id(), tomas.version(), tomas.name(), tomas.hours(), tomas.breaks(), 1, true)));
        calendar.book(clinic.massageOf(clinic.ann(), clinic.tomas(), "10:00"));

        assertThat(starts(clinic.massage(), clinic.tomas())).isEmpty();
        assertThat(starts(clinic.massage(), clinic.tomas(), Clinic.TUESDAY.plusDays(1)))
                .isNotEmpty();
    }

    @Test
    void countsAVisitOnceThoughItsRoomIsReadLater() {
        var maya = directory.practitioner(clinic.maya());
        TestActor.owner()
                .run(() -> directory.save(new PractitionerInfo(
                        maya.id(), maya.version(), maya.name(), maya.hours(), maya.breaks(), 2, true)));
        calendar.book(inRoom1("10:00"));
        calendar.book(new BookAppointment(
                clinic.ann(),
                clinic.massage(),
                clinic.maya(),
                clinic.at("14:00"),
                null,
                clinic.couples(),
                null,
                null,
                null));

        assertThat(starts(clinic.massage(), clinic.maya())).contains("09:00", "10:00", "15:15");
    }

    @Test
    void offersLocalHoursOnTheDaysOfAJump() {
        clinic = clinics.open(ZoneId.of("Australia/Lord_Howe"));
        ((MutableClock) clock).set(Instant.parse("2026-09-01T00:00:00Z"));
        for (var day : List.of(LocalDate.of(2026, 10, 3), LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 5))) {
            assertThat(starts(clinic.massage(), clinic.tomas(), day))
                    .startsWith("09:00")
                    .endsWith("16:00")
                    .hasSize(29);
        }
    }

    @Test
    void offersExactlyWhatCanBeBooked() {
        var random = new Random(7);
        for (int entry = 0; entry < 12; entry++) {
            var time =
                    LocalTime.of(9 + random.nextInt(8), 15 * random.nextInt(4)).toString();
            try {
                calendar.book(
                        clinic.massageOf(clinic.ben(), random.nextBoolean() ? clinic.maya() : clinic.tomas(), time));
            } catch (RuntimeException e) {
                // taken or outside hours; the dice fall where they fall
            }
        }
        var free = starts(clinic.massage(), clinic.maya());
        for (int quarter = 0; quarter < 96; quarter++) {
            var time = LocalTime.ofSecondOfDay(900L * quarter).toString();
            boolean bookable = true;
            try {
                var booked = calendar.book(clinic.massageAt(time));
                calendar.cancel(booked.id(), "Only tried");
            } catch (RuntimeException e) {
                bookable = false;
            }
            assertThat(free.contains(time)).as(time).isEqualTo(bookable);
        }
    }

    @Test
    void findsLongerTimesThanTheServicesOwn() {
        var free = availability.free(new FindSlots(
                clinic.massage(),
                Clinic.TUESDAY,
                Clinic.TUESDAY,
                clinic.maya(),
                clinic.location(),
                Duration.ofMinutes(210)));

        assertThat(free.slots().getFirst().slot()).isEqualTo(new TimeSlot(clinic.at("09:00"), clinic.at("12:30")));
        assertThat(free.slots()).hasSize(3);
    }

    @Test
    void saysWhatIsWrongWithTheQuestion() {
        var day = Clinic.TUESDAY;
        for (var wrong : List.of(
                new FindSlots(ServiceId.next(), day, day, null, null, null),
                new FindSlots(clinic.massage(), day, day, PractitionerId.next(), null, null),
                new FindSlots(clinic.massage(), day, day, null, LocationId.next(), null),
                FindSlots.of(clinic.massage(), day, day.minusDays(1)),
                FindSlots.of(clinic.massage(), day, day.plusDays(62)))) {
            assertThatThrownBy(() -> availability.free(wrong)).isInstanceOf(UnacceptableException.class);
        }
    }

    @Test
    void answersOnlyWhoIsSignedInWithARole() {
        TestActor.signOut();
        assertThatThrownBy(() -> starts(clinic.massage(), clinic.maya())).isInstanceOf(AuthenticationException.class);
        new TestActor(UserId.next(), "Nobody yet", Set.of(), false, null, Set.of()).signIn();
        assertThatThrownBy(() -> starts(clinic.massage(), clinic.maya())).isInstanceOf(AccessDeniedException.class);
    }
}
