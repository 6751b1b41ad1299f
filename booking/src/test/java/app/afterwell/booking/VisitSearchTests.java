package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
class VisitSearchTests {

    @Autowired
    VisitSearch search;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    Clock clock;

    @BeforeEach
    void signIn() {
        ((MutableClock) clock).set(Instant.parse("2026-11-22T15:00:00Z"));
        TestActor.desk().signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    @Test
    void findsTheNextVisitsThenTheLastAndNoneThatWasCancelled() {
        var clinic = clinics.open();
        var past = calendar.book(clinic.massageAt("09:00"));
        var next = calendar.book(clinic.massageAt("14:00"));
        var later = calendar.book(clinic.massageAt("15:30"));
        var cancelled = calendar.book(clinic.massageOf(clinic.ann(), clinic.tomas(), "13:30"));
        calendar.cancel(cancelled.id(), "Client asked");
        calendar.book(clinic.massageOf(clinic.ben(), clinic.tomas(), "14:45"));
        ((MutableClock) clock).set(clinic.at("12:00"));

        assertThat(search.around(List.of(clinic.ann()), 2))
                .extracting(AppointmentInfo::id)
                .containsExactly(next.id(), later.id(), past.id());
        assertThat(search.around(List.of(), 2)).isEmpty();
    }

    @Test
    void aClientMayNotSearch() {
        var clinic = clinics.open();
        TestActor.client(clinic.ann()).signIn();
        assertThatThrownBy(() -> search.around(List.of(clinic.ann()), 2)).isInstanceOf(AccessDeniedException.class);
    }
}
