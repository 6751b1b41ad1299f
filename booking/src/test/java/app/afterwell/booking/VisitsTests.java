package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AppointmentStatusChanged;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.NoteSigned;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitCompleted;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class VisitsTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Visits visits;

    @Autowired
    Calendar calendar;

    @Autowired
    VisitCompletion completion;

    @Autowired
    Clinic clinics;

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

    private NoteSigned signedFor(AppointmentId appointment, ClientId client) {
        return new NoteSigned(NoteId.next(), appointment, client, PlanId.next(), 1);
    }

    @Test
    void tellsAVisitWithItsPlaceAndService() {
        var booked = calendar.book(clinic.massageAt("10:00"));

        var visit = visits.visit(booked.id()).orElseThrow();

        assertThat(visit.client()).isEqualTo(clinic.ann());
        assertThat(visit.practitioner()).isEqualTo(clinic.maya());
        assertThat(visit.zone()).isEqualTo(Clinic.DUBLIN);
        assertThat(visit.country()).isEqualTo("IE");
        assertThat(visit.serviceName()).isEqualTo("Massage");
        assertThat(visit.length()).isEqualTo(Duration.ofMinutes(60));
        assertThat(visits.visits(List.of(booked.id(), AppointmentId.next()))).containsOnlyKeys(booked.id());
        assertThat(visits.visit(AppointmentId.next())).isEmpty();
    }

    @Test
    void listsAClientsVisitsNewestFirstAndATherapistsByStart() {
        var early = calendar.book(clinic.massageAt("09:00"));
        var late = calendar.book(clinic.massageAt("14:00"));
        calendar.cancel(calendar.book(clinic.massageAt("11:00")).id(), "Has a cold");

        assertThat(visits.ofClient(clinic.ann())).extracting(Visit::id).containsExactly(late.id(), early.id());
        assertThat(visits.ofPractitioner(clinic.maya(), clinic.at("09:00"), clinic.at("14:00")))
                .extracting(Visit::id)
                .containsExactly(early.id());
        assertThat(visits.treats(clinic.maya(), clinic.ann())).isTrue();
        assertThat(visits.treats(clinic.tomas(), clinic.ann())).isFalse();
    }

    @Test
    void listsWhatEndedWithSomebodyThere() {
        var came = calendar.book(clinic.massageAt("09:00"));
        calendar.book(clinic.massageAt("10:15"));
        ((MutableClock) clock).set(clinic.at("09:00"));
        calendar.setStatus(came.id(), VisitStatus.ARRIVED);

        assertThat(visits.endedBetween(clinic.at("10:00"), clinic.at("12:00")))
                .filteredOn(visit -> visit.client().equals(clinic.ann()))
                .extracting(Visit::id)
                .containsExactly(came.id());
        assertThat(visits.endedBetween(clinic.at("10:01"), clinic.at("12:00")))
                .extracting(Visit::client)
                .doesNotContain(clinic.ann());
    }

    @Test
    void isCompletedByASignedNoteOnce(Scenario scenario) {
        var booked = calendar.book(clinic.massageAt("10:00"));
        ((MutableClock) clock).set(clinic.at("11:00"));
        calendar.setStatus(booked.id(), VisitStatus.ARRIVED);

        scenario.publish(signedFor(booked.id(), clinic.ann()))
                .andWaitForEventOfType(VisitCompleted.class)
                .matching(event -> event.appointment().equals(booked.id()))
                .toArriveAndVerify(event -> assertThat(event.version()).isEqualTo(2));

        assertThat(calendar.appointment(booked.id()).status()).isEqualTo(VisitStatus.COMPLETED);
        completion.on(signedFor(booked.id(), clinic.ann()));
        assertThat(calendar.appointment(booked.id()).version()).isEqualTo(2);
        assertThatThrownBy(() -> calendar.setStatus(booked.id(), VisitStatus.IN_SESSION))
                .as("a signed note is not undone")
                .isInstanceOf(UnacceptableException.class);
    }

    @Test
    void saysSoWhenTheDeskEndsAVisitByHand(Scenario scenario) {
        var booked = calendar.book(clinic.massageAt("10:00"));
        ((MutableClock) clock).set(clinic.at("11:00"));
        calendar.setStatus(booked.id(), VisitStatus.ARRIVED);

        scenario.stimulate(() -> calendar.setStatus(booked.id(), VisitStatus.COMPLETED))
                .andWaitForEventOfType(AppointmentStatusChanged.class)
                .matching(event -> event.status() == VisitStatus.COMPLETED)
                .toArriveAndVerify(event -> assertThat(event.client()).isEqualTo(clinic.ann()));
    }
}
