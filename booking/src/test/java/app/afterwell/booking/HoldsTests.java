package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class HoldsTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Holds holds;

    @Autowired
    Calendar calendar;

    @Autowired
    Availability availability;

    @Autowired
    Clinic clinics;

    @Autowired
    Clock clock;

    Clinic.Open clinic;

    @BeforeEach
    void signIn() {
        ((MutableClock) clock).set(SUNDAY);
        clinic = clinics.open();
        TestActor.client(clinic.ann()).signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
        ((MutableClock) clock).set(SUNDAY);
    }

    private HoldSlot at(ClientId client, String time) {
        return new HoldSlot(client, clinic.massage(), clinic.maya(), clinic.at(time), null, null);
    }

    private void later(Duration by) {
        ((MutableClock) clock).advance(by);
    }

    @Test
    void keepsATimeFromEverybodyElseUntilItIsConfirmed() {
        var held = holds.hold(at(clinic.ann(), "10:00"));

        assertThat(held.until()).isEqualTo(SUNDAY.plus(Holds.KEPT));
        clinic.desk().run(() -> {
            assertTaken(() -> calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "10:00")));
            assertThat(calendar.day(clinic.location(), Clinic.TUESDAY).blocks())
                    .extracting(DayBoard.Block::held)
                    .containsExactly(true);
        });
        assertThat(availability
                        .free(new FindSlots(
                                clinic.massage(), Clinic.TUESDAY, Clinic.TUESDAY, clinic.maya(), null, null))
                        .slots())
                .extracting(slot -> slot.slot().start())
                .doesNotContain(clinic.at("10:00"));

        var booked = holds.confirm(held.id());
        assertThat(booked.id().value()).isEqualTo(held.id());
        assertThat(booked.status()).isEqualTo(VisitStatus.BOOKED);
        assertThat(booked.price()).isEqualTo(new Money(7800, "EUR"));
        assertThat(holds.confirm(held.id())).as("a second tap").isEqualTo(booked);
        assertThat(calendar.cancel(booked.id(), "Has a cold").status()).isEqualTo(VisitStatus.CANCELLED);
    }

    @Test
    void letsSomebodyElseHaveItOnceItHasRunOut() {
        var held = holds.hold(at(clinic.ann(), "10:00"));
        later(Holds.KEPT);

        clinic.desk().run(() -> calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "10:00")));

        assertTaken(() -> holds.confirm(held.id()));
    }

    @Test
    void isStillTheirsAfterItHasRunOutIfNobodyCame() {
        var held = holds.hold(at(clinic.ann(), "10:00"));
        later(Duration.ofHours(1));

        assertThat(holds.confirm(held.id()).status()).isEqualTo(VisitStatus.BOOKED);
    }

    @Test
    void canBeExtendedUpToALimit() {
        var held = holds.hold(at(clinic.ann(), "10:00"));
        later(Duration.ofMinutes(4));
        assertThat(holds.extend(held.id()).until()).isEqualTo(SUNDAY.plus(Duration.ofMinutes(9)));
        later(Duration.ofMinutes(15));
        assertThat(holds.extend(held.id()).until()).isEqualTo(SUNDAY.plus(Holds.LONGEST));
    }

    @Test
    void isOneAtATimeAndCanBeGivenBack() {
        var first = holds.hold(at(clinic.ann(), "10:00"));
        var second = holds.hold(at(clinic.ann(), "14:00"));

        assertTaken(() -> holds.confirm(first.id()));
        holds.release(second.id());
        holds.release(second.id());
        clinic.desk().run(() -> calendar.book(clinic.massageOf(clinic.ben(), clinic.maya(), "14:00")));
    }

    @Test
    void keepsOnlyWhatIsOffered() {
        assertThatThrownBy(() -> holds.hold(at(clinic.ann(), "10:07"))).isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> holds.hold(at(clinic.ann(), "18:00"))).isInstanceOf(UnacceptableException.class);
    }

    @Test
    void isNobodyElses() {
        var held = holds.hold(at(clinic.ann(), "10:00"));
        TestActor.client(clinic.ben()).signIn();

        assertThatThrownBy(() -> holds.hold(at(clinic.ann(), "14:00"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> holds.extend(held.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> holds.confirm(held.id())).isInstanceOf(NotFoundException.class);
        holds.release(held.id());
        TestActor.owner().signIn();
        for (var call : List.<ThrowingCallable>of(
                () -> holds.hold(at(clinic.ann(), "14:00")),
                () -> holds.extend(held.id()),
                () -> holds.confirm(held.id()),
                () -> holds.release(held.id()))) {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
        TestActor.client(clinic.ann()).signIn();
        assertThat(holds.confirm(held.id()).client()).isEqualTo(clinic.ann());
    }

    private static void assertTaken(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("slot-taken"));
    }
}
