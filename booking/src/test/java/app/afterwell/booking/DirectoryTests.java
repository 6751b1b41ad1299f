package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.UnacceptableException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.TestActor;

@BookingTest
class DirectoryTests {

    @Autowired
    Directory directory;

    @Autowired
    Clinic clinics;

    @Autowired
    PlatformTransactionManager transactions;

    Clinic.Open clinic;

    @BeforeEach
    void signIn() {
        clinic = clinics.open();
        TestActor.owner().signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    private static LocationInfo renamed(LocationInfo location, String name) {
        return new LocationInfo(
                location.id(),
                location.version(),
                location.code(),
                name,
                location.zone(),
                location.country(),
                location.phone(),
                location.address(),
                location.hours(),
                location.rules(),
                location.active());
    }

    @Test
    void givesBackWhatWasSaved() {
        var location = new LocationInfo(
                LocationId.next(),
                0,
                "harbour-" + System.nanoTime(),
                "Harbour",
                ZoneId.of("America/New_York"),
                "US",
                "+1 212 555 0100",
                "2 Pier",
                List.of(
                        new WeeklySpan(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new WeeklySpan(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.MIDNIGHT)),
                new BookingRules(10, 60, 30, 48),
                true);
        assertThat(directory.save(location)).isEqualTo(location);
        assertThat(directory.location(location.id())).isEqualTo(location);
        assertThat(directory.locationByCode(location.code())).contains(location);

        var room = new RoomInfo(RoomId.next(), 0, location.id(), "Pier", 2, 5, true);
        assertThat(directory.save(room)).isEqualTo(room);
        assertThat(directory.rooms(location.id())).containsExactly(room);

        var practitioner = new PractitionerInfo(
                PractitionerId.next(),
                0,
                "Grace",
                List.of(new WorkingSpan(
                        location.id(), DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), room.id())),
                List.of(new BreakSpan(
                        location.id(), DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(12, 30), "Lunch")),
                8,
                true);
        assertThat(directory.save(practitioner)).isEqualTo(practitioner);

        var service = new ServiceInfo(
                ServiceId.next(),
                0,
                "S-" + System.nanoTime(),
                "Deep tissue",
                "Slow and firm.",
                90,
                5,
                10,
                new Money(12000, "USD"),
                true,
                true,
                Set.of(practitioner.id()),
                Set.of(room.id()));
        assertThat(directory.save(service)).isEqualTo(service);
        assertThat(directory.serviceByCode(service.code().toLowerCase(Locale.ROOT)))
                .contains(service);
    }

    @Test
    void countsVersionsAndRefusesAnOldOne() {
        var before = directory.location(clinic.location());

        var after = directory.save(renamed(before, "Riverside North"));

        assertThat(after.version()).isEqualTo(1);
        assertThat(after.name()).isEqualTo("Riverside North");
        assertThatThrownBy(() -> directory.save(renamed(before, "Riverside South")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("stale-version"));
        assertThat(directory.location(clinic.location()).name()).isEqualTo("Riverside North");
    }

    @Test
    void forgetsWhatWasRolledBack() {
        var before = directory.location(clinic.location());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(directory.save(renamed(before, "Never")).name()).isEqualTo("Never");
            status.setRollbackOnly();
        });

        assertThat(directory.location(clinic.location())).isEqualTo(before);
        assertThat(directory.save(renamed(before, "Really")).name()).isEqualTo("Really");
    }

    @Test
    void leavesOutWhatIsRetiredButStillKnowsIt() {
        var room = directory.room(clinic.room1());
        directory.save(new RoomInfo(
                room.id(), room.version(), room.location(), room.name(), room.lanes(), room.turnoverMinutes(), false));

        assertThat(directory.rooms(clinic.location())).extracting(RoomInfo::id).containsExactly(clinic.couples());
        assertThat(directory.room(clinic.room1()).active()).isFalse();
        assertThat(directory.whole().rooms()).extracting(RoomInfo::id).contains(clinic.room1(), clinic.couples());
        assertThat(directory.ahead(clinic.room1())).isZero();
    }

    @Test
    void namesEachFieldThatIsWrong() {
        assertFields(
                () -> directory.save(new LocationInfo(
                        LocationId.next(),
                        0,
                        "No Code",
                        " ",
                        ZoneId.of("UTC"),
                        "XX",
                        "1",
                        "",
                        List.of(),
                        new BookingRules(1, 0, 1, 0),
                        true)),
                "code",
                "name",
                "rules.stepMinutes");
        assertFields(
                () -> directory.save(new RoomInfo(RoomId.next(), 0, LocationId.next(), "Nowhere", 1, 0, true)),
                "location");
        assertFields(
                () -> directory.save(new PractitionerInfo(
                        PractitionerId.next(),
                        0,
                        "Grace",
                        List.of(span(clinic.location(), 9, 13), span(clinic.location(), 14, 11)),
                        List.of(),
                        null,
                        true)),
                "hours[1].to");
        assertFields(
                () -> directory.save(new ServiceInfo(
                        ServiceId.next(),
                        0,
                        "x",
                        "X",
                        "",
                        30,
                        0,
                        0,
                        new Money(-1, "ZZZ"),
                        true,
                        true,
                        Set.of(PractitionerId.next()),
                        Set.of(RoomId.next()))),
                "price.minor",
                "price.currency",
                "practitioners",
                "rooms");
        var other = clinics.open();
        var code = directory.location(other.location()).code();
        assertFields(
                () -> directory.save(new LocationInfo(
                        LocationId.next(),
                        0,
                        code,
                        "Twice",
                        ZoneId.of("UTC"),
                        "IE",
                        "1",
                        "",
                        List.of(),
                        BookingRules.usual(),
                        true)),
                "code");
    }

    private static WorkingSpan span(LocationId location, int from, int to) {
        return new WorkingSpan(location, DayOfWeek.MONDAY, LocalTime.of(from, 0), LocalTime.of(to, 0), null);
    }

    @Test
    void letsEverybodyReadAndOnlyTheOwnerWrite() {
        var location = directory.location(clinic.location());
        var room = directory.room(clinic.room1());
        var service = directory.service(clinic.massage());
        var practitioner = directory.practitioner(clinic.maya());
        for (var actor :
                List.of(TestActor.desk(), TestActor.therapist(clinic.maya()), TestActor.client(clinic.ann()))) {
            actor.signIn();
            assertThat(directory.locations()).contains(location);
            assertThat(directory.services()).contains(service);
            assertThat(directory.practitioners()).contains(practitioner);
            for (var call : List.<ThrowingCallable>of(
                    () -> directory.save(location),
                    () -> directory.save(room),
                    () -> directory.save(service),
                    () -> directory.save(practitioner),
                    directory::whole,
                    () -> directory.ahead(location.id()),
                    () -> directory.ahead(room.id()),
                    () -> directory.ahead(practitioner.id()))) {
                assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
            }
        }
        TestActor.signOut();
        for (var call : List.<ThrowingCallable>of(
                () -> directory.locations(),
                () -> directory.rooms(clinic.location()),
                () -> directory.services(),
                () -> directory.practitioners(),
                () -> directory.location(clinic.location()),
                () -> directory.room(clinic.room1()),
                () -> directory.service(clinic.massage()),
                () -> directory.practitioner(clinic.maya()),
                () -> directory.serviceByCode("x"),
                () -> directory.locationByCode("x"))) {
            assertThatThrownBy(call).isInstanceOf(AuthenticationException.class);
        }
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        for (var call : List.<ThrowingCallable>of(
                () -> directory.location(LocationId.next()),
                () -> directory.room(RoomId.next()),
                () -> directory.service(ServiceId.next()),
                () -> directory.practitioner(PractitionerId.next()))) {
            assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
        }
    }

    private static void assertFields(ThrowingCallable call, String... fields) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UnacceptableException.class,
                        problem -> assertThat(problem.problems())
                                .extracting(FieldProblem::field)
                                .containsExactlyInAnyOrder(fields));
    }
}
