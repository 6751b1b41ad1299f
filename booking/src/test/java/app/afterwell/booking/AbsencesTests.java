package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.Ids;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

@BookingTest
class AbsencesTests {

    @Autowired
    Absences absences;

    @Autowired
    Calendar calendar;

    @Autowired
    Availability availability;

    @Autowired
    Clinic clinics;

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

    private AppointmentInfo booked(String time) {
        return clinic.desk()
                .call(() -> calendar.book(clinic.massageOf(clinic.ann(), clinic.tomas(), time))
                        .named("Ann Archer"));
    }

    private List<String> starts() {
        return availability
                .free(new FindSlots(
                        clinic.massage(), Clinic.TUESDAY, Clinic.TUESDAY, clinic.tomas(), clinic.location(), null))
                .slots()
                .stream()
                .map(slot ->
                        LocalTime.ofInstant(slot.slot().start(), slot.zone()).toString())
                .toList();
    }

    private TimeOff off(String from, String to) {
        return new TimeOff(Ids.next(), clinic.tomas(), new TimeSlot(clinic.at(from), clinic.at(to)), "Dentist");
    }

    @Test
    void timeOffSaysWhoIsAffectedAndCanBeTakenBack() {
        var affected = booked("14:00");
        booked("10:00");
        var off = off("14:30", "17:00");

        assertThat(absences.takeOff(off)).extracting(AppointmentInfo::id).containsExactly(affected.id());
        assertThat(starts()).doesNotContain("15:15", "16:00").contains("12:00");
        assertThat(absences.timeOff(clinic.tomas(), clinic.at("00:00"))).containsExactly(off);

        absences.takeBack(clinic.tomas(), off.id());
        assertThat(starts()).contains("16:00");
        assertThatThrownBy(() -> absences.takeBack(clinic.tomas(), off.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aClosureShutsALocationByItsClock() {
        var affected = booked("10:00");
        var closure = new Closure(
                Ids.next(), clinic.location(), Clinic.TUESDAY.atStartOfDay(), Clinic.TUESDAY.atTime(12, 0), "Boiler");

        assertThat(absences.close(closure)).extracting(AppointmentInfo::id).containsExactly(affected.id());
        assertThat(starts()).startsWith("12:00");
        assertThat(absences.closures(clinic.location(), Clinic.TUESDAY.atStartOfDay()))
                .containsExactly(closure);

        absences.reopen(closure.id());
        assertThat(starts()).as("behind the visit at ten").startsWith("11:15");
        assertThatThrownBy(() -> absences.reopen(closure.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aDaysOwnHoursStandForTheWeeks() {
        var affected = booked("09:00");
        var own = new OwnHours(
                clinic.tomas(),
                clinic.location(),
                Clinic.TUESDAY,
                List.of(new OwnHours.Span(LocalTime.of(11, 0), LocalTime.of(12, 0))));

        assertThat(absences.setHours(own)).extracting(AppointmentInfo::id).containsExactly(affected.id());
        assertThat(starts()).containsExactly("11:00");
        assertThat(absences.ownHours(clinic.tomas(), Clinic.TUESDAY)).containsExactly(own);

        absences.setHours(new OwnHours(clinic.tomas(), clinic.location(), Clinic.TUESDAY, List.of()));
        assertThat(starts()).contains("16:00");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> absences.close(new Closure(
                        Ids.next(),
                        clinic.location(),
                        Clinic.TUESDAY.atTime(12, 0),
                        Clinic.TUESDAY.atStartOfDay(),
                        "Backwards")))
                .isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> absences.takeOff(new TimeOff(
                        Ids.next(), clinic.tomas(), new TimeSlot(clinic.at("09:00"), clinic.at("10:00")), " ")))
                .isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> absences.setHours(new OwnHours(
                        clinic.tomas(),
                        clinic.location(),
                        Clinic.TUESDAY,
                        List.of(new OwnHours.Span(LocalTime.of(12, 0), LocalTime.of(11, 0))))))
                .isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> absences.setHours(new OwnHours(
                        clinic.tomas(),
                        clinic.location(),
                        Clinic.TUESDAY,
                        List.of(
                                new OwnHours.Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                new OwnHours.Span(LocalTime.of(9, 0), LocalTime.of(11, 0))))))
                .isInstanceOf(UnacceptableException.class);
    }

    @Test
    void isTheOwnersButForATherapistsOwnTimeOff() {
        TestActor.therapist(clinic.tomas()).signIn();
        var own = off("14:00", "15:00");
        assertThat(absences.takeOff(own)).isEmpty();
        absences.takeBack(clinic.tomas(), own.id());

        TestActor.therapist(clinic.maya()).signIn();
        for (var call : List.<ThrowingCallable>of(
                () -> absences.takeOff(own),
                () -> absences.takeBack(clinic.tomas(), own.id()),
                () -> absences.close(new Closure(
                        Ids.next(),
                        clinic.location(),
                        Clinic.TUESDAY.atStartOfDay(),
                        Clinic.TUESDAY.atTime(12, 0),
                        "Boiler")),
                () -> absences.reopen(Ids.next()),
                () -> absences.setHours(new OwnHours(clinic.tomas(), clinic.location(), Clinic.TUESDAY, List.of())))) {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
        TestActor.client(clinic.ann()).signIn();
        assertThatThrownBy(() -> absences.timeOff(clinic.tomas(), clinic.at("00:00")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> absences.ownHours(clinic.tomas(), Clinic.TUESDAY))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> absences.closures(clinic.location(), Clinic.TUESDAY.atStartOfDay()))
                .isInstanceOf(AccessDeniedException.class);
    }
}
