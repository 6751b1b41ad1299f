package app.afterwell.intake;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import testsupport.RealDatabase;
import testsupport.TestActor;
import testsupport.TestSecurity;

/** The pillar on a real database, with a calendar that knows only who treats whom. One context serves all tests. */
@SpringBootTest
@Import({RealDatabase.class, TestSecurity.class, IntakeTests.Calendar.class})
@RecordApplicationEvents
abstract class IntakeTests {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    Clients clients;

    @Autowired
    WhoTreatsWhom calendar;

    @Autowired
    TestSecurity.RecordedAudit audit;

    @Autowired
    ApplicationEvents events;

    ClientId someClient() {
        return add("Ruth Ellison", null, null);
    }

    ClientId add(String name, @Nullable String email, @Nullable String phone) {
        return TestActor.desk().call(() -> clients.add(details(name, email, phone)));
    }

    static ClientDetails details(String name, @Nullable String email, @Nullable String phone) {
        return new ClientDetails(name, email, phone, "GB", LocalDate.of(1956, 4, 30), LONDON, Locale.UK);
    }

    TestActor therapistOf(ClientId client) {
        var practitioner = PractitionerId.next();
        calendar.treats
                .computeIfAbsent(practitioner, it -> ConcurrentHashMap.newKeySet())
                .add(client);
        return TestActor.therapist(practitioner);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Calendar {

        @Bean
        WhoTreatsWhom whoTreatsWhom() {
            return new WhoTreatsWhom();
        }
    }

    /** As much of booking as this pillar asks for. */
    static class WhoTreatsWhom implements Visits {

        final Map<PractitionerId, Set<ClientId>> treats = new ConcurrentHashMap<>();

        @Override
        public boolean treats(PractitionerId practitioner, ClientId client) {
            return treats.getOrDefault(practitioner, Set.of()).contains(client);
        }

        @Override
        public Optional<Visit> visit(AppointmentId appointment) {
            return Optional.empty();
        }

        @Override
        public Map<AppointmentId, Visit> visits(Collection<AppointmentId> appointments) {
            return Map.of();
        }

        @Override
        public List<Visit> ofClient(ClientId client) {
            return List.of();
        }

        @Override
        public List<Visit> ofPractitioner(PractitionerId practitioner, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<Visit> endedBetween(Instant from, Instant to) {
            return List.of();
        }
    }
}
