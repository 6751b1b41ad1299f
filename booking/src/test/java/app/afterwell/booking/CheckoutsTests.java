package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class CheckoutsTests {

    @Autowired
    Checkouts checkouts;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    Clock clock;

    private Clinic.Open clinic;
    private AppointmentInfo visit;

    @BeforeEach
    void aVisitIsDone() {
        ((MutableClock) clock).set(Instant.parse("2026-11-22T15:00:00Z"));
        clinic = clinics.open();
        TestActor.desk().signIn();
        visit = calendar.book(clinic.massageAt("10:00")).named("Ann Archer");
        ((MutableClock) clock).set(clinic.at("11:00"));
        calendar.setStatus(visit.id(), VisitStatus.ARRIVED);
        calendar.setStatus(visit.id(), VisitStatus.COMPLETED);
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    @Test
    void isNotedAtThePriceOfTheBookingWithWhoAndWhen() {
        var noted = checkouts.settle(visit.id(), PaymentMethod.CASH);

        assertThat(noted.amount()).isEqualTo(visit.price());
        assertThat(noted.at()).isEqualTo(clinic.at("11:00"));
        assertThat(noted.by()).isNotBlank();
        assertThat(checkouts.of(List.of(visit.id()))).containsEntry(visit.id(), noted);
    }

    @Test
    void isNotNotedTwice() {
        checkouts.settle(visit.id(), PaymentMethod.CASH);
        assertThatThrownBy(() -> checkouts.settle(visit.id(), PaymentMethod.CARD))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo("already-settled"));
    }

    @Test
    void aSlipIsTakenBackAndNotedAnew() {
        var slip = checkouts.settle(visit.id(), PaymentMethod.CASH);
        checkouts.takeBack(slip);
        assertThat(checkouts.of(List.of(visit.id()))).isEmpty();
        assertThatThrownBy(() -> checkouts.takeBack(slip)).isInstanceOf(NotFoundException.class);

        var again = checkouts.settle(visit.id(), PaymentMethod.CARD);
        assertThat(again.number()).isGreaterThan(slip.number());
    }

    @Test
    void whatWasLeftOpenIsOwedUntilItIsSettled() {
        var open = checkouts.settle(visit.id(), PaymentMethod.OPEN);
        assertThat(checkouts.openOf(clinic.ann())).containsExactly(open);

        checkouts.settle(visit.id(), PaymentMethod.CARD);
        assertThat(checkouts.openOf(clinic.ann())).isEmpty();
    }

    @Test
    void aVisitThatIsNotDoneCannotBeSettled() {
        calendar.setStatus(visit.id(), VisitStatus.IN_SESSION);
        assertThatThrownBy(() -> checkouts.settle(visit.id(), PaymentMethod.CASH))
                .isInstanceOf(UnacceptableException.class);
    }

    @Test
    void anOwnerTakesThePastAsPaid() {
        assertThatThrownBy(() -> checkouts.settlePast(clinic.at("12:00"))).isInstanceOf(AccessDeniedException.class);
        TestActor.owner().run(() -> checkouts.settlePast(clinic.at("11:00")));
        TestActor.owner().run(() -> checkouts.settlePast(clinic.at("12:00")));
        TestActor.desk().run(() -> assertThat(checkouts.of(List.of(visit.id()))).hasSize(1));
    }

    @Test
    void neitherAClientNorAnOwnerSettles() {
        TestActor.client(clinic.ann()).signIn();
        assertThatThrownBy(() -> checkouts.settle(visit.id(), PaymentMethod.CASH))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> checkouts.of(List.of(visit.id()))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> checkouts.openOf(ClientId.next())).isInstanceOf(AccessDeniedException.class);
        TestActor.owner().signIn();
        assertThatThrownBy(() -> checkouts.settle(visit.id(), PaymentMethod.CASH))
                .isInstanceOf(AccessDeniedException.class);
    }
}
