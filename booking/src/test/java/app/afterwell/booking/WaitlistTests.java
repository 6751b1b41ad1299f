package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class WaitlistTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    Waitlist waitlist;

    @Autowired
    WaitlistOffers offers;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    KnownClients clients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

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

    private WaitlistWish wish(ClientId client, Set<PractitionerId> by, Set<DayOfWeek> days, String from, String to) {
        return new WaitlistWish(
                client,
                clinic.massage(),
                null,
                by,
                days,
                LocalTime.parse(from),
                LocalTime.parse(to),
                Clinic.TUESDAY.minusDays(1),
                Clinic.TUESDAY.plusDays(30),
                null);
    }

    private WaitlistWish any(ClientId client) {
        return wish(client, Set.of(), Set.of(), "08:00", "00:00");
    }

    private void free(String time) {
        transaction.executeWithoutResult(status -> offers.offer(
                clinic.maya().value(), clinic.location().value(), TimeSlot.of(clinic.at(time), Duration.ofHours(1))));
    }

    private WaitlistEntry entry(UUID id) {
        return waitlist.entries().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCancelledVisitIsOfferedByItselfToWhoHasWaitedLongest(Scenario scenario) {
        var booked = calendar.book(clinic.massageAt("10:00")).named("Ann Archer");
        var first = waitlist.join(any(clinic.ben()));
        var second = waitlist.join(any(clients.introduce("Cleo Cross")));

        scenario.stimulate(() -> calendar.cancel(booked.id(), "Has a cold"))
                .andWaitForEventOfType(WaitlistOffered.class)
                .matching(offered -> offered.client().equals(clinic.ben()))
                .toArrive();

        var offer = entry(first).offer();
        assertThat(offer).isNotNull();
        assertThat(offer.slot()).isEqualTo(booked.slot());
        assertThat(entry(second).offer()).isNull();
        assertThat(waitlist.offer(offer.id())).isEqualTo(offer);
        assertThatThrownBy(() -> calendar.book(clinic.massageOf(clinic.ann(), clinic.maya(), "10:00")))
                .as("it is held")
                .isInstanceOf(ConflictException.class);

        var accepted = waitlist.accept(offer.id());
        assertThat(accepted.client()).isEqualTo(clinic.ben());
        assertThat(accepted.status()).isEqualTo(VisitStatus.BOOKED);
        assertThat(waitlist.accept(offer.id())).as("a second tap").isEqualTo(accepted);
        assertThat(waitlist.entries())
                .extracting(WaitlistEntry::id)
                .doesNotContain(first)
                .contains(second);
    }

    @Test
    void goesToTheNextOneWhenItIsDeclinedAndWhenItRunsOut() {
        var first = waitlist.join(any(clinic.ann()));
        var second = waitlist.join(any(clinic.ben()));
        var third = waitlist.join(any(clients.introduce("Cleo Cross")));
        free("10:00");
        waitlist.decline(offerOf(first));
        assertThat(entry(first).offer()).isNull();
        var running = offerOf(second);

        ((MutableClock) clock).advance(WaitlistOffers.LONGEST.plusMinutes(1));
        offers.expire(running);
        offers.expire(running);

        assertThat(entry(second).offer()).isNull();
        assertThat(offerOf(third)).isNotNull();
        assertThatThrownBy(() -> waitlist.accept(running)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> waitlist.offer(running)).isInstanceOf(NotFoundException.class);
    }

    private UUID offerOf(UUID entry) {
        var offer = entry(entry).offer();
        assertThat(offer).isNotNull();
        return offer.id();
    }

    @Test
    void asksOnlyWhomTheTimeSuits() {
        var tomas = waitlist.join(wish(clinic.ann(), Set.of(clinic.tomas()), Set.of(), "08:00", "00:00"));
        var friday = waitlist.join(wish(clinic.ann(), Set.of(), Set.of(DayOfWeek.FRIDAY), "08:00", "00:00"));
        var evening = waitlist.join(wish(clinic.ann(), Set.of(), Set.of(), "16:00", "20:00"));
        var fits =
                waitlist.join(wish(clinic.ben(), Set.of(clinic.maya()), Set.of(DayOfWeek.TUESDAY), "09:00", "12:00"));

        free("10:00");

        assertThat(entry(tomas).offer()).isNull();
        assertThat(entry(friday).offer()).isNull();
        assertThat(entry(evening).offer()).isNull();
        assertThat(entry(fits).offer()).isNotNull();
    }

    @Test
    void whoLeavesCanComeBackToTheirPlace() {
        var entry = waitlist.join(any(clinic.ann()));
        waitlist.leave(entry);
        assertThat(waitlist.entries()).extracting(WaitlistEntry::id).doesNotContain(entry);
        waitlist.comeBack(entry);
        assertThat(waitlist.entries()).extracting(WaitlistEntry::id).contains(entry);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> waitlist.join(wish(clinic.ann(), Set.of(), Set.of(), "12:00", "10:00")))
                .isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> waitlist.join(any(ClientId.next()))).isInstanceOf(UnacceptableException.class);
    }

    @Test
    void aClientSeesAndAnswersOnlyTheirOwn() {
        var mine = waitlist.join(any(clinic.ann()));
        var other = waitlist.join(any(clinic.ben()));
        free("10:00");
        var offer = offerOf(mine);
        TestActor.client(clinic.ben()).signIn();
        assertThat(waitlist.entries()).extracting(WaitlistEntry::id).containsExactly(other);
        for (var call : List.<ThrowingCallable>of(
                () -> waitlist.accept(offer),
                () -> waitlist.decline(offer),
                () -> waitlist.offer(offer),
                () -> waitlist.leave(mine))) {
            assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
        }
        assertThat(waitlist.openOffer(offer)).isEmpty();
        assertThatThrownBy(() -> waitlist.join(any(clinic.ann()))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> waitlist.comeBack(mine)).isInstanceOf(AccessDeniedException.class);
        TestActor.client(clinic.ann()).signIn();
        assertThat(waitlist.openOffer(offer)).isPresent();
        assertThat(waitlist.accept(offer).client()).isEqualTo(clinic.ann());
    }
}
