package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ClientId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;
import testsupport.TestActor;

@BookingTest
class WeeksTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Weeks weeks;

    @Autowired
    Calendar calendar;

    @Autowired
    Clinic clinics;

    @Autowired
    Clock clock;

    @BeforeEach
    void signIn() {
        ((MutableClock) clock).set(SUNDAY);
        TestActor.desk().signIn();
    }

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    @Test
    void showsEachDayOfOneTherapistAndNobodyElsesVisits() {
        var clinic = clinics.open();
        var mine = calendar.book(clinic.massageAt("10:00"));
        calendar.book(clinic.massageOf(clinic.ben(), clinic.tomas(), "10:00"));

        var days = weeks.of(clinic.location(), clinic.maya(), MONDAY);

        assertThat(days)
                .hasSize(7)
                .allSatisfy(day -> assertThat(day.columns()).singleElement().satisfies(column -> {
                    assertThat(column.practitioner()).isEqualTo(clinic.maya());
                    assertThat(column.breaks()).hasSize(1);
                }));
        assertThat(days.get(0).appointments()).isEmpty();
        assertThat(days.get(1).appointments())
                .singleElement()
                .satisfies(visit -> assertThat(visit.id()).isEqualTo(mine.id()));
    }

    @Test
    void aDayOnWhichTheClockChangesIsAsLongAsItIs() {
        var clinic = clinics.open(ZoneId.of("Europe/Dublin"));
        var days = weeks.of(clinic.location(), clinic.maya(), LocalDate.of(2026, 10, 19));
        assertThat(days.getLast().whole().length()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aClientMayNotLook() {
        var clinic = clinics.open();
        TestActor.client(ClientId.next()).signIn();
        assertThatThrownBy(() -> weeks.of(clinic.location(), clinic.maya(), MONDAY))
                .isInstanceOf(AccessDeniedException.class);
    }
}
