package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

@BookingTest
class BookingImportTests {

    @Autowired
    BookingImport bookingImport;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    private static ImportedAppointment appointment(Clinic.Open clinic, Instant start, VisitStatus status) {
        return new ImportedAppointment(
                AppointmentId.next(),
                clinic.ann(),
                clinic.massage(),
                clinic.maya(),
                clinic.location(),
                clinic.couples(),
                TimeSlot.of(start, Duration.ofMinutes(60)),
                status,
                status.frees() ? "Had a cold" : null,
                start.minus(Duration.ofDays(7)));
    }

    @Test
    void loadsTwelveThousandInOneGo() {
        var clinic = clinics.open();
        var all = new ArrayList<ImportedAppointment>();
        for (int number = 0; number < 12_000; number++) {
            var start = clinic.at(LocalDate.of(2022, 1, 1).plusDays(number / 8), "09:00")
                    .plus(Duration.ofMinutes(75L * (number % 8)));
            all.add(appointment(clinic, start, number % 10 == 0 ? VisitStatus.NO_SHOW : VisitStatus.COMPLETED));
        }
        TestActor.owner().signIn();

        bookingImport.appointments(all);

        assertThat(calendar.appointments(AppointmentFilter.of(clinic.ann())).total())
                .isEqualTo(12_000);
    }

    @Test
    void keepsStatusReasonAndLanes() {
        var clinic = clinics.open();
        var one = appointment(clinic, clinic.at("10:00"), VisitStatus.CONFIRMED);
        var other = new ImportedAppointment(
                AppointmentId.next(),
                clinic.ben(),
                clinic.massage(),
                clinic.tomas(),
                clinic.location(),
                clinic.couples(),
                one.slot(),
                VisitStatus.BOOKED,
                null,
                one.bookedAt());
        var gone = appointment(clinic, clinic.at("10:00"), VisitStatus.CANCELLED);
        TestActor.owner().signIn();

        bookingImport.appointments(List.of(one, other, gone));

        assertThat(calendar.appointment(one.id()).status()).isEqualTo(VisitStatus.CONFIRMED);
        assertThat(calendar.appointment(other.id()).room()).isEqualTo(clinic.couples());
        assertThat(calendar.appointment(gone.id()).reason()).isEqualTo("Had a cold");
    }

    @Test
    void loadsNothingIfTwoOverlap() {
        var clinic = clinics.open();
        var one = appointment(clinic, clinic.at("10:00"), VisitStatus.BOOKED);
        var other = appointment(clinic, clinic.at("10:30"), VisitStatus.BOOKED);
        TestActor.owner().signIn();

        assertThatThrownBy(() -> bookingImport.appointments(List.of(one, other)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("slot-taken"));
        assertThat(calendar.appointments(AppointmentFilter.of(clinic.ann())).items())
                .isEmpty();
    }

    @Test
    void isTheOwnersAlone() {
        TestActor.desk().signIn();

        assertThatThrownBy(() -> bookingImport.appointments(List.of())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> bookingImport.directory(List.of(), List.of(), List.of(), List.of()))
                .isInstanceOf(AccessDeniedException.class);
    }
}
