package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import testsupport.MutableClock;
import testsupport.TestActor;
import testsupport.TestSecurity.RecordedAudit;

@BookingTest
class CalendarTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    KnownClients clients;

    @Autowired
    RecordedAudit audit;

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

    private void itIs(String time) {
        ((MutableClock) clock).set(clinic.at(time));
    }

    @Test
    void booksIntoTheUsualRoomForTheServicesLengthAtItsPrice() {
        var booked = calendar.book(clinic.massageAt("10:00")).named("Ann Archer");

        assertThat(booked.room()).isEqualTo(clinic.room1());
        assertThat(booked.slot()).isEqualTo(new TimeSlot(clinic.at("10:00"), clinic.at("11:00")));
        assertThat(booked.price()).isEqualTo(new Money(7800, "EUR"));
        assertThat(booked.status()).isEqualTo(VisitStatus.BOOKED);
        assertThat(booked.version()).isZero();
        assertThat(calendar.appointment(booked.id())).usingRecursiveComparison().isEqualTo(booked);
    }

    @Test
    void refusesTheSameTherapistTwiceAtATime() {
        calendar.book(clinic.massageAt("10:00"));

        assertTaken(() -> calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "10:30")));
    }

    @Test
    void keepsTheBufferBehindATreatment() {
        calendar.book(clinic.massageAt("10:00"));

        assertTaken(() -> calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "11:05")));
        assertThat(calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "11:10"))
                        .named("Ben Brook")
                        .room())
                .as("room 1 needs five minutes more to be turned over")
                .isEqualTo(clinic.couples());
    }

    @Test
    void fillsTheLanesOfARoomForTwoAndThenRefuses() {
        var first = calendar.book(inRoom(clinic.tomas(), clinic.ann(), "10:00")).named("Ann Archer");
        var second = calendar.book(inRoom(clinic.maya(), clinic.ben(), "10:00")).named("Ben Brook");

        assertThat(List.of(first.room(), second.room())).containsOnly(clinic.couples());
        var third = BookAppointment.of(clinic.ann(), clinic.massage(), clinic.tomas(), clinic.at("10:00"));
        assertTaken(() -> calendar.book(third));
    }

    private BookAppointment inRoom(PractitionerId practitioner, ClientId client, String time) {
        return clinic.massageIn(clinic.couples(), client, practitioner, time);
    }

    @Test
    void namesEachFieldThatIsWrong() {
        var problem = catchThrowableOfType(
                UnacceptableException.class,
                () -> calendar.book(new BookAppointment(
                        clinic.ann(),
                        clinic.stretching(),
                        clinic.tomas(),
                        clinic.at("18:00"),
                        null,
                        clinic.couples(),
                        null,
                        null,
                        null)));

        assertThat(problem.problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("practitioner", "not-offered"),
                        Tuple.tuple("start", "outside-hours"),
                        Tuple.tuple("room", "not-suited"));
    }

    @Test
    void asksForAClientOnceHoweverOftenTheyCome() {
        var regular = clients.introduce("Rita Regular");
        int asked = clients.questions.get();
        calendar.book(clinic.massageOf(regular, clinic.maya(), "10:00"));
        calendar.book(clinic.massageOf(regular, clinic.maya(), "14:00"));
        assertThat(clients.questions.get() - asked).isEqualTo(1);
    }

    @Test
    void refusesUnknownIds() {
        assertField(
                "service",
                "unknown",
                () -> calendar.book(
                        BookAppointment.of(clinic.ann(), ServiceId.next(), clinic.maya(), clinic.at("10:00"))));
        assertField(
                "practitioner",
                "unknown",
                () -> calendar.book(
                        BookAppointment.of(clinic.ann(), clinic.massage(), PractitionerId.next(), clinic.at("10:00"))));
        assertField(
                "client",
                "unknown",
                () -> calendar.book(
                        BookAppointment.of(ClientId.next(), clinic.massage(), clinic.maya(), clinic.at("10:00"))));
    }

    @Test
    void refusesBreaksAndThePast() {
        assertField("start", "outside-hours", () -> calendar.book(clinic.massageAt("12:00")));
        itIs("10:01");
        assertField("start", "past", () -> calendar.book(clinic.massageAt("10:00")));
    }

    @Test
    void letsStaffOverlapOnPurposeAndKeepsTheReason() {
        calendar.book(clinic.massageAt("10:00"));

        var forced =
                calendar.book(deliberately("10:30", "Regular in acute pain")).named("Ben Brook");

        assertThat(forced.forced()).isTrue();
        assertThat(forced.overrideReason()).isEqualTo("Regular in acute pain");
        assertThat(audit.entries())
                .contains(new RecordedAudit.Entry(
                        "appointment.forced", "appointment:" + forced.id(), clinic.ben(), "Regular in acute pain"));
        assertTaken(() -> calendar.book(clinic.massageOf(clinic.ann(), clinic.maya(), "11:15")));
    }

    @Test
    void aRoomIsTakenByAForcedVisitToo() {
        calendar.book(clinic.massageAt("10:00"));
        var forced =
                calendar.book(deliberately("10:30", "Regular in acute pain")).named("Ben Brook");

        assertThat(forced.room()).isEqualTo(clinic.room1());
        assertTaken(() -> calendar.book(inRoom1("11:30")));
        assertThat(calendar.book(inRoom1("11:45")).named("Ann Archer").room()).isEqualTo(clinic.room1());
    }

    private BookAppointment inRoom1(String time) {
        return clinic.massageIn(clinic.room1(), clinic.ann(), clinic.tomas(), time);
    }

    @Test
    void letsStaffGoOutsideHoursWithAReasonButUnderTheConstraint() {
        var evening = calendar.book(deliberately("18:00", "Flies out tomorrow")).named("Ben Brook");

        assertThat(evening.forced()).isFalse();
        var onTop = BookAppointment.of(clinic.ann(), clinic.massage(), clinic.maya(), clinic.at("18:30"));
        assertField("start", "outside-hours", () -> calendar.book(onTop));
        assertThat(evening.overrideReason()).isEqualTo("Flies out tomorrow");
    }

    private BookAppointment deliberately(String time, String reason) {
        return new BookAppointment(
                clinic.ben(), clinic.massage(), clinic.maya(), clinic.at(time), null, null, null, null, reason);
    }

    @Test
    void movesToAnotherTimeTherapistAndLength() {
        var booked = calendar.book(clinic.massageAt("10:00"));

        var moved = calendar.move(new MoveAppointment(
                booked.id(), 0, clinic.at("14:00"), Duration.ofMinutes(90), clinic.tomas(), null, null));

        assertThat(moved.version()).isEqualTo(1);
        assertThat(moved.practitioner()).isEqualTo(clinic.tomas());
        assertThat(moved.room()).as("stays where it was").isEqualTo(clinic.room1());
        assertThat(moved.slot()).isEqualTo(new TimeSlot(clinic.at("14:00"), clinic.at("15:30")));
        assertThat(calendar.appointment(booked.id())).usingRecursiveComparison().isEqualTo(moved);
    }

    @Test
    void movesByLessThanItsOwnLength() {
        var booked = calendar.book(clinic.massageAt("10:00"));

        assertThat(calendar.move(MoveAppointment.to(booked.id(), 0, clinic.at("10:15")))
                        .slot()
                        .start())
                .isEqualTo(clinic.at("10:15"));
    }

    @Test
    void refusesToMoveWhatSomebodyElseMovedMeanwhile() {
        var booked = calendar.book(clinic.massageAt("10:00"));
        calendar.move(MoveAppointment.to(booked.id(), 0, clinic.at("14:00")));

        assertThatThrownBy(() -> calendar.move(MoveAppointment.to(booked.id(), 0, clinic.at("15:00"))))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("stale-version"));
    }

    @Test
    void refusesToMoveOntoATakenSlotUnlessOnPurpose() {
        var booked = calendar.book(clinic.massageAt("10:00"));
        calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "14:00"));

        assertTaken(() -> calendar.move(MoveAppointment.to(booked.id(), 0, clinic.at("14:30"))));
        var forced = calendar.move(
                new MoveAppointment(booked.id(), 0, clinic.at("14:30"), null, null, null, "Both agreed to share"));
        assertThat(forced.forced()).isTrue();
        assertThat(calendar.move(MoveAppointment.to(booked.id(), 1, clinic.at("10:00")))
                        .forced())
                .isFalse();
    }

    @Test
    void cancelsAndTakesItBackWhileTheSlotIsFree() {
        var booked = calendar.book(clinic.massageAt("10:00"));

        var cancelled = calendar.cancel(booked.id(), "Has a cold");
        assertThat(cancelled.status()).isEqualTo(VisitStatus.CANCELLED);
        assertThat(cancelled.reason()).isEqualTo("Has a cold");
        assertThat(cancelled.late()).isFalse();

        var back = calendar.setStatus(booked.id(), VisitStatus.BOOKED);
        assertThat(back.reason()).isNull();
        assertThat(back.room()).isEqualTo(clinic.room1());

        calendar.cancel(booked.id(), "Has a cold after all");
        calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "10:00"));
        assertTaken(() -> calendar.setStatus(booked.id(), VisitStatus.BOOKED));
    }

    @Test
    void countsACancellationInsideTheNoticePeriodAsLate() {
        var booked = calendar.book(clinic.massageAt("10:00"));
        itIs("08:00");

        assertThat(calendar.cancel(booked.id(), "Missed the bus").late()).isTrue();
    }

    @Test
    void wantsAReasonForACancellation() {
        var booked = calendar.book(clinic.massageAt("10:00"));

        assertField("reason", "required", () -> calendar.cancel(booked.id(), " "));
    }

    @Test
    void letsAClientArriveFromTheAppointmentsOwnDayOn() {
        var booked = calendar.book(clinic.massageAt("10:00"));

        ((MutableClock) clock).set(clinic.at("00:00").minusSeconds(1));
        assertField("status", "too-early", () -> calendar.setStatus(booked.id(), VisitStatus.ARRIVED));
        itIs("00:00");
        assertThat(calendar.setStatus(booked.id(), VisitStatus.ARRIVED).status())
                .isEqualTo(VisitStatus.ARRIVED);
        assertThat(calendar.setStatus(booked.id(), VisitStatus.ARRIVED).version())
                .as("the same again changes nothing")
                .isEqualTo(1);
        assertThat(calendar.setStatus(booked.id(), VisitStatus.BOOKED).status())
                .as("undone")
                .isEqualTo(VisitStatus.BOOKED);
    }

    @Test
    void marksANoShowOnceItShouldHaveStarted() {
        var booked = calendar.book(clinic.massageAt("10:00"));

        itIs("09:59");
        assertField("status", "too-early", () -> calendar.noShow(booked.id(), "Not there"));
        itIs("10:10");
        assertThat(calendar.noShow(booked.id(), "Not there").reason()).isEqualTo("Not there");
        assertField("status", "not-possible", () -> calendar.setStatus(booked.id(), VisitStatus.COMPLETED));
    }

    @Test
    void blocksTimeAndGivesItBack() {
        var block = calendar.block(new BlockTime(
                clinic.location(), clinic.maya(), new TimeSlot(clinic.at("10:00"), clinic.at("10:30")), "Stock check"));

        assertTaken(() -> calendar.book(clinic.massageAt("10:00")));
        assertThat(calendar.day(clinic.location(), Clinic.TUESDAY).blocks())
                .extracting(DayBoard.Block::label)
                .containsExactly("Stock check");
        calendar.unblock(block);
        calendar.book(clinic.massageAt("10:00"));
        assertThatThrownBy(() -> calendar.unblock(block)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsADayWithColumnsBreaksAndNames() {
        var booked = calendar.book(clinic.massageAt("10:00"));
        calendar.cancel(calendar.book(clinic.massageAt("14:00")).id(), "Has a cold");
        calendar.book(BookAppointment.of(
                clinic.ann(), clinic.massage(), clinic.maya(), clinic.at(Clinic.TUESDAY.plusDays(1), "10:00")));

        var asked = clients.questions.get();
        var day = calendar.day(clinic.location(), Clinic.TUESDAY);

        assertThat(clients.questions.get() - asked)
                .as("one question for all names")
                .isEqualTo(1);
        assertThat(day.appointments())
                .extracting(AppointmentInfo::clientName, AppointmentInfo::status)
                .containsExactly(
                        Tuple.tuple("Ann Archer", VisitStatus.BOOKED),
                        Tuple.tuple("Ann Archer", VisitStatus.CANCELLED));
        assertThat(day.appointments().getFirst()).usingRecursiveComparison().isEqualTo(booked.named("Ann Archer"));
        assertThat(day.whole().length()).isEqualTo(Duration.ofHours(24));
        assertThat(day.open()).containsExactly(new TimeSlot(clinic.at("08:00"), clinic.at("20:00")));
        var maya = day.columns().getFirst();
        assertThat(maya.working())
                .containsExactly(
                        new TimeSlot(clinic.at("09:00"), clinic.at("12:30")),
                        new TimeSlot(clinic.at("13:15"), clinic.at("17:00")));
        assertThat(maya.breaks()).extracting(DayBoard.Pause::label).containsExactly("Lunch");
        assertThat(maya.usualRoom()).isEqualTo(clinic.room1());
        assertThat(day.rooms()).extracting(RoomInfo::name).containsExactly("Couples", "Room 1");
    }

    @Test
    void showsDaysOf23And25Hours() {
        assertThat(calendar.day(clinic.location(), LocalDate.of(2026, 3, 29))
                        .whole()
                        .length())
                .isEqualTo(Duration.ofHours(23));
        assertThat(calendar.day(clinic.location(), LocalDate.of(2026, 10, 25))
                        .whole()
                        .length())
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void listsByTimeTherapistClientAndStatusInPages() {
        var first = calendar.book(clinic.massageAt("09:00"));
        var second = calendar.book(clinic.massageOf(clinic.ben(), clinic.tomas(), "09:00"));
        var third = calendar.book(clinic.massageAt("11:00"));
        calendar.cancel(third.id(), "Has a cold");
        var all = new AppointmentFilter(
                clinic.at("00:00"), clinic.at("23:00"), null, null, clinic.location(), Set.of(), 0, 2);

        assertThat(calendar.appointments(all).total()).isEqualTo(3);
        assertThat(calendar.appointments(all).items())
                .extracting(AppointmentInfo::id)
                .containsExactly(first.id(), second.id());
        assertThat(calendar.appointments(new AppointmentFilter(null, null, clinic.tomas(), null, null, Set.of(), 0, 10))
                        .items())
                .extracting(AppointmentInfo::id)
                .containsExactly(second.id());
        assertThat(calendar.appointments(new AppointmentFilter(
                                null, null, null, clinic.ann(), null, Set.of(VisitStatus.CANCELLED), 0, 10))
                        .items())
                .extracting(AppointmentInfo::id)
                .containsExactly(third.id());
        assertThat(calendar.appointments(new AppointmentFilter(
                                clinic.at("00:00"), null, null, clinic.ann(), null, Set.of(), 7, 10))
                        .total())
                .as("beyond the last page")
                .isEqualTo(2);
        assertField(
                "size",
                "max",
                () -> calendar.appointments(new AppointmentFilter(null, null, null, null, null, Set.of(), 0, 201)));
    }

    @Test
    void remembersWhatAClientHadLast() {
        assertThat(calendar.lastOf(clinic.ann())).isEmpty();
        calendar.book(clinic.massageOf(clinic.ann(), clinic.tomas(), "11:00"));
        calendar.book(clinic.massageAt("09:00"));

        assertThat(calendar.lastOf(clinic.ann()).orElseThrow().practitioner())
                .as("nothing yet, so the next")
                .isEqualTo(clinic.maya());
        itIs("13:00");
        assertThat(calendar.lastOf(clinic.ann()).orElseThrow().practitioner())
                .as("the last")
                .isEqualTo(clinic.tomas());
    }

    @Test
    void letsAClientBookThemselvesWhereATimeIsOffered() {
        TestActor.client(clinic.ann()).signIn();

        var booked = calendar.book(clinic.massageAt("10:00"));
        assertThat(calendar.setStatus(booked.id(), VisitStatus.CONFIRMED).status())
                .isEqualTo(VisitStatus.CONFIRMED);
        assertField("start", "not-offered", () -> calendar.book(clinic.massageAt("13:20")));
        assertField(
                "start",
                "too-far",
                () -> calendar.book(BookAppointment.of(
                        clinic.ann(), clinic.massage(), clinic.maya(), clinic.at(LocalDate.of(2027, 3, 2), "10:00"))));
        assertField(
                "service",
                "not-online",
                () -> calendar.book(
                        BookAppointment.of(clinic.ann(), clinic.stretching(), clinic.maya(), clinic.at("15:00"))));
        itIs("13:30");
        assertField("start", "too-soon", () -> calendar.book(clinic.massageAt("15:00")));
    }

    @Test
    void letsAClientMoveAndCancelWithinTheRules() {
        var booked = calendar.book(clinic.massageAt("15:00"));
        TestActor.client(clinic.ann()).signIn();

        assertThat(calendar.move(MoveAppointment.to(booked.id(), 0, clinic.at("14:00")))
                        .version())
                .isEqualTo(1);
        itIs("09:00");
        assertThatThrownBy(() -> calendar.move(MoveAppointment.to(booked.id(), 1, clinic.at("16:00"))))
                .isInstanceOfSatisfying(
                        UnacceptableException.class,
                        problem -> assertThat(problem.code()).isEqualTo("too-late"));
        assertThat(calendar.cancel(booked.id(), "Has a cold").late()).isTrue();
    }

    @Test
    void hidesFromClientsWhatIsNotTheirs() {
        var notes = calendar.book(new BookAppointment(
                        clinic.ann(),
                        clinic.massage(),
                        clinic.maya(),
                        clinic.at("10:00"),
                        null,
                        null,
                        null,
                        "Prefers the ground floor",
                        "Cleared with Maya"))
                .named("Ann Archer");
        assertThat(notes.notes()).isEqualTo("Prefers the ground floor");

        TestActor.client(clinic.ann()).signIn();
        assertThat(calendar.appointment(notes.id()).notes()).isNull();
        assertThat(calendar.appointment(notes.id()).overrideReason()).isNull();

        TestActor.client(clinic.ben()).signIn();
        assertThat(calendar.appointments(AppointmentFilter.between(clinic.at("00:00"), clinic.at("23:00")))
                        .items())
                .isEmpty();
        for (var call : List.<ThrowingCallable>of(
                () -> calendar.appointment(notes.id()),
                () -> calendar.move(MoveAppointment.to(notes.id(), 0, clinic.at("11:00"))),
                () -> calendar.cancel(notes.id(), "Not mine"),
                () -> calendar.setStatus(notes.id(), VisitStatus.CONFIRMED))) {
            assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void refusesWhoMayNot() {
        var booked = calendar.book(clinic.massageAt("10:00"));
        var id = booked.id();
        var block = new BlockTime(
                clinic.location(), clinic.maya(), new TimeSlot(clinic.at("15:00"), clinic.at("15:30")), "Stock check");

        TestActor.owner().signIn();
        assertRefused(() -> calendar.book(clinic.massageAt("11:00")));
        assertRefused(() -> calendar.move(MoveAppointment.to(id, 0, clinic.at("11:00"))));
        assertRefused(() -> calendar.cancel(id, "Has a cold"));
        assertRefused(() -> calendar.setStatus(id, VisitStatus.CONFIRMED));
        assertThat(calendar.appointment(id).id()).isEqualTo(id);

        TestActor.client(clinic.ben()).signIn();
        assertRefused(() -> calendar.book(clinic.massageAt("11:00")));
        assertRefused(() -> calendar.book(deliberately("11:00", "Because I want to")));
        assertRefused(() -> calendar.day(clinic.location(), Clinic.TUESDAY));
        assertRefused(() -> calendar.noShow(id, "Not there"));
        assertRefused(() -> calendar.lastOf(clinic.ann()));
        assertRefused(() -> calendar.appointments(AppointmentFilter.of(clinic.ann())));
        assertRefused(() -> calendar.block(block));
        assertRefused(() -> calendar.unblock(UUID.randomUUID()));

        TestActor.client(clinic.ann()).signIn();
        assertRefused(() -> calendar.setStatus(id, VisitStatus.ARRIVED));

        TestActor.signOut();
        assertThatThrownBy(() -> calendar.appointment(id)).isInstanceOf(AuthenticationException.class);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
    }

    private static void assertTaken(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("slot-taken"));
    }

    private static void assertField(String field, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UnacceptableException.class,
                        problem -> assertThat(problem.problems())
                                .extracting(FieldProblem::field, FieldProblem::code)
                                .containsExactly(Tuple.tuple(field, code)));
    }

    @Test
    void aLateCancellationCountsForTheClientAndNeverIfItIsTheClinics() {
        ((testsupport.MutableClock) clock).set(clinic.at("07:00"));
        try {
            var theirs = calendar.book(clinic.massageAt("10:00"));
            var ours = calendar.book(clinic.massageAt("14:00"));
            assertThat(calendar.cancel(theirs.id(), "Has a cold").late()).isTrue();
            assertThat(calendar.cancel(ours.id(), CancelledBy.CLINIC, "Therapist is ill")
                            .late())
                    .isFalse();
            assertThat(calendar.attendance(clinic.ann())).isEqualTo(new ClientAttendance(0, 1, 0));
        } finally {
            ((testsupport.MutableClock) clock).set(java.time.Instant.parse("2026-11-22T15:00:00Z"));
        }
    }
}
