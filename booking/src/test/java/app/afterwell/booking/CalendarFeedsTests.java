package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class CalendarFeedsTests {

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

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

    @Test
    void tellsTheirOwnVisitsCancelledOnesIncludedAndNoNames() {
        var kept = calendar.book(clinic.massageAt("10:00"));
        var cancelled = calendar.cancel(calendar.book(clinic.massageAt("14:00")).id(), "Has a cold");
        calendar.book(clinic.massageOf(clinic.ben(), clinic.tomas(), "10:00"));
        var client = feeds.issue(clinic.ann());
        TestActor.therapist(clinic.maya()).signIn();
        var therapist = feeds.issue(clinic.maya());

        var theirs = feeds.read(client);
        assertThat(theirs.visits()).extracting(FeedContent.Visit::id).containsExactly(kept.id(), cancelled.id());
        assertThat(theirs.visits().getLast().status()).isEqualTo(VisitStatus.CANCELLED);
        assertThat(theirs.visits().getLast().version()).isGreaterThan(0);
        assertThat(feeds.read(therapist).visits())
                .extracting(FeedContent.Visit::initials)
                .containsOnly("A. A.");
        assertThat(feeds.of(clinic.maya()))
                .hasSize(1)
                .allSatisfy(feed -> assertThat(feed.readAt()).isNotNull());
    }

    @Test
    void aVisitThatWasMovedIsNewerThanItWas() {
        var time = (MutableClock) clock;
        var started = time.instant();
        try {
            var booked = calendar.book(clinic.massageAt("10:00")).named("Ann Archer");
            var token = feeds.issue(clinic.ann());
            var before = feeds.read(token).visits().getFirst();
            time.set(started.plusSeconds(3600));
            calendar.move(
                    new MoveAppointment(booked.id(), booked.version(), clinic.at("14:00"), null, null, null, null));
            var after = feeds.read(token).visits().getFirst();
            assertThat(before.since()).isEqualTo(started);
            assertThat(after.since()).isEqualTo(started.plusSeconds(3600));
            assertThat(after.version()).isGreaterThan(before.version());
        } finally {
            time.set(started);
        }
    }

    @Test
    void aRevokedAddressLeadsNowhereAndTheTokenIsKeptNowhere() {
        var token = feeds.issue(clinic.ann());
        assertThat(jdbc.sql("select count(*) from calendar_feed where encode(token_hash, 'escape') like ?")
                        .param("%" + token + "%")
                        .query(Integer.class)
                        .single())
                .isZero();

        feeds.revoke(clinic.ann());

        assertThat(feeds.of(clinic.ann())).isEmpty();
        assertThatThrownBy(() -> feeds.read(token)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> feeds.read("guessed")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void areMadeByWhomTheyBelongToAndTheirClinic() {
        TestActor.client(clinic.ben()).signIn();
        for (var call : List.<ThrowingCallable>of(
                () -> feeds.issue(clinic.ann()),
                () -> feeds.of(clinic.ann()),
                () -> feeds.revoke(clinic.ann()),
                () -> feeds.issue(clinic.maya()),
                () -> feeds.of(clinic.maya()),
                () -> feeds.revoke(clinic.maya()))) {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(feeds.issue(clinic.ben())).hasSizeGreaterThan(40);
        TestActor.therapist(clinic.tomas()).signIn();
        assertThatThrownBy(() -> feeds.issue(clinic.maya())).isInstanceOf(AccessDeniedException.class);
    }
}
