package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

@BookingTest
class PartiesTests {

    @Autowired
    Parties parties;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    Clinic.Open clinic;

    @BeforeEach
    void signIn() {
        clinic = clinics.open();
        TestActor.desk().signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    private BookParty couple(String time) {
        return party(time, clinic.ann(), clinic.maya(), clinic.ben(), clinic.tomas());
    }

    private BookParty party(String time, ClientId one, PractitionerId by, ClientId other, PractitionerId byOther) {
        return new BookParty(
                clinic.location(),
                clinic.at(time),
                null,
                "Anniversary",
                List.of(
                        new BookParty.Member(one, clinic.massage(), by),
                        new BookParty.Member(other, clinic.massage(), byOther)));
    }

    @Test
    void twoClientsTwoTherapistsOneRoomOneBooking() {
        var booked = parties.book(couple("10:00"));

        assertThat(booked).hasSize(2);
        assertThat(booked).extracting(AppointmentInfo::room).containsOnly(clinic.couples());
        assertThat(booked).extracting(AppointmentInfo::party).doesNotContainNull();
        assertThat(booked.stream().map(AppointmentInfo::party).distinct()).hasSize(1);
        assertThat(parties.of(booked.getFirst().id())).hasSize(2);
    }

    @Test
    void oneWhoseTherapistIsTakenBooksNobody() {
        calendar.book(clinic.massageOf(clinic.ben(), clinic.tomas(), "10:30"));

        assertThatThrownBy(() -> parties.book(couple("10:00")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("slot-taken"));
        assertThat(calendar.appointments(AppointmentFilter.of(clinic.ann())).items())
                .isEmpty();
    }

    @Test
    void movesAndGoesAsOne() {
        var booked = parties.book(couple("10:00"));
        var one = booked.getFirst();

        var moved = parties.move(one.id(), one.version(), clinic.at("10:30"));
        assertThat(moved).extracting(each -> each.slot().start()).containsOnly(clinic.at("10:30"));
        assertThat(moved).extracting(AppointmentInfo::room).containsOnly(clinic.couples());
        assertThatThrownBy(() -> parties.move(one.id(), one.version(), clinic.at("14:00")))
                .isInstanceOf(ConflictException.class);

        assertThat(parties.cancel(one.id(), CancelledBy.CLIENT, "Both have a cold"))
                .extracting(AppointmentInfo::status)
                .containsOnly(VisitStatus.CANCELLED)
                .hasSize(2);
        assertThat(parties.book(couple("10:30"))).hasSize(2);
    }

    @Test
    void staysTogetherInARoomThatIsWideEnough() {
        var one = parties.book(couple("10:00")).getFirst();

        assertThatThrownBy(() -> parties.move(one.id(), one.version(), clinic.at("14:00"), clinic.room1()))
                .isInstanceOf(UnacceptableException.class);
        assertThat(parties.move(one.id(), one.version(), clinic.at("14:00"), clinic.couples()))
                .extracting(AppointmentInfo::room)
                .containsOnly(clinic.couples())
                .hasSize(2);
    }

    @Test
    void needsDifferentPeopleAndARoomThatIsWideEnough() {
        assertThatThrownBy(
                        () -> parties.book(party("10:00", clinic.ann(), clinic.maya(), clinic.ann(), clinic.tomas())))
                .isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> parties.book(party("10:00", clinic.ann(), clinic.maya(), clinic.ben(), clinic.maya())))
                .isInstanceOf(UnacceptableException.class);
        var narrow = new BookParty(
                clinic.location(),
                clinic.at("10:00"),
                clinic.room1(),
                null,
                couple("10:00").members());
        assertThatThrownBy(() -> parties.book(narrow)).isInstanceOf(UnacceptableException.class);
    }

    @Test
    void isNotForClients() {
        var booked = parties.book(couple("10:00")).getFirst();
        TestActor.client(clinic.ann()).signIn();
        for (var call : List.<ThrowingCallable>of(
                () -> parties.book(couple("14:00")),
                () -> parties.of(booked.id()),
                () -> parties.move(booked.id(), 0, clinic.at("14:00")),
                () -> parties.move(booked.id(), 0, clinic.at("14:00"), null),
                () -> parties.cancel(booked.id(), CancelledBy.CLIENT, "No"))) {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
    }
}
