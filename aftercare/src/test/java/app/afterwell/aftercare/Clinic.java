package app.afterwell.aftercare;

import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.followup.Colleague;
import app.afterwell.aftercare.followup.Colleagues;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.ContactWishes;
import app.afterwell.domain.Finding;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import testsupport.TestActor;

/** The other pillars as aftercare's tests need them: a calendar, a directory and safety profiles to fill by hand. */
@TestConfiguration(proxyBeanMethods = false)
public class Clinic {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Bean
    Calendar calendar(Clock clock) {
        return new Calendar(clock);
    }

    /** Nobody declines to be asked, but those whom a test puts in. */
    @Bean
    Wishes wishes() {
        return new Wishes();
    }

    @Bean
    Forms forms() {
        return new Forms();
    }

    @Bean
    Directory directory() {
        return new Directory();
    }

    @Bean
    Staff staff() {
        return new Staff();
    }

    /** The clinical lead has approved the protocol, so that more than the basics is offered. */
    @Bean
    ApplicationRunner approvedProtocol(ProtocolDrafts drafts, Protocols protocols) {
        return arguments -> TestActor.clinicalLead(PractitionerId.next()).run(() -> {
            drafts.simulate(1, hamstrings(3).session(), null, History.NONE);
            protocols.approve(1);
        });
    }

    /** A visit with all who take part in it. */
    public record Case(Visit visit, TestActor therapist, TestActor client) {

        public AppointmentId appointment() {
            return visit.id();
        }

        public ClientId clientId() {
            return visit.client();
        }
    }

    /** A calendar that holds what a test puts in. */
    public static class Calendar implements Visits {

        private final Map<AppointmentId, Visit> all = new ConcurrentHashMap<>();
        private final Clock clock;

        Calendar(Clock clock) {
            this.clock = clock;
        }

        /** A visit of a new client to a new therapist that ended an hour ago. */
        public Case visitJustOver() {
            var practitioner = PractitionerId.next();
            return visit(
                    ClientId.next(), practitioner, clock.instant().minus(Duration.ofHours(2)), VisitStatus.IN_SESSION);
        }

        public Case visit(ClientId client, PractitionerId practitioner, Instant start, VisitStatus status) {
            var visit = new Visit(
                    AppointmentId.next(),
                    client,
                    practitioner,
                    "Theo Therapist",
                    LocationId.next(),
                    "Riverside",
                    "+441632960118",
                    LONDON,
                    "GB",
                    "deep-60",
                    "Deep tissue 60",
                    TimeSlot.of(start, Duration.ofHours(1)),
                    status);
            all.put(visit.id(), visit);
            return new Case(visit, TestActor.therapist(practitioner), TestActor.client(client));
        }

        public void put(Visit visit) {
            all.put(visit.id(), visit);
        }

        @Override
        public Optional<Visit> visit(AppointmentId appointment) {
            return Optional.ofNullable(all.get(appointment));
        }

        @Override
        public Map<AppointmentId, Visit> visits(Collection<AppointmentId> appointments) {
            return appointments.stream()
                    .distinct()
                    .filter(all::containsKey)
                    .collect(Collectors.toMap(Function.identity(), all::get));
        }

        @Override
        public List<Visit> ofClient(ClientId client) {
            return all.values().stream()
                    .filter(visit ->
                            visit.client().equals(client) && !visit.status().frees())
                    .sorted(Comparator.comparing((Visit visit) -> visit.slot().start())
                            .reversed())
                    .toList();
        }

        @Override
        public List<Visit> ofPractitioner(PractitionerId practitioner, Instant from, Instant to) {
            return all.values().stream()
                    .filter(visit -> visit.practitioner().equals(practitioner)
                            && !visit.status().frees())
                    .filter(visit -> !visit.slot().start().isBefore(from)
                            && visit.slot().start().isBefore(to))
                    .sorted(Comparator.comparing(visit -> visit.slot().start()))
                    .toList();
        }

        @Override
        public List<Visit> endedBetween(Instant from, Instant to) {
            return all.values().stream()
                    .filter(visit -> visit.status().started())
                    .filter(visit -> !visit.slot().end().isBefore(from)
                            && visit.slot().end().isBefore(to))
                    .toList();
        }

        @Override
        public boolean treats(PractitionerId practitioner, ClientId client) {
            return all.values().stream()
                    .anyMatch(visit -> visit.practitioner().equals(practitioner)
                            && visit.client().equals(client)
                            && visit.status() != VisitStatus.CANCELLED);
        }
    }

    /** Safety profiles that a test fills. */
    public static class Forms implements SafetyProfiles {

        private final Map<ClientId, SafetyProfile> all = new ConcurrentHashMap<>();

        /** Confirms a form with these conditions, each of the whole body. */
        public void confirm(ClientId client, Condition... conditions) {
            all.merge(client, profile(1, conditions), (old, fresh) -> profile(old.version() + 1, conditions));
        }

        public static SafetyProfile profile(int version, Condition... conditions) {
            return new SafetyProfile(
                    version,
                    LocalDate.parse("2026-11-01"),
                    Arrays.stream(conditions).map(ConditionEntry::of).toList());
        }

        @Override
        public Optional<SafetyProfile> of(ClientId client) {
            return Optional.ofNullable(all.get(client));
        }

        @Override
        public Map<ClientId, SafetyProfile> of(Collection<ClientId> clients) {
            return clients.stream()
                    .distinct()
                    .filter(all::containsKey)
                    .collect(Collectors.toMap(Function.identity(), all::get));
        }
    }

    /** Colleagues that a test names. */
    public static class Staff implements Colleagues {

        private final List<Colleague> all = new CopyOnWriteArrayList<>();

        public void add(TestActor person) {
            all.add(new Colleague(person.userId(), person.displayName(), person.roles()));
        }

        @Override
        public List<Colleague> all() {
            return List.copyOf(all);
        }
    }

    /** Who wants no questions. */
    public static class Wishes implements ContactWishes {

        public final Set<ClientId> declining = ConcurrentHashMap.newKeySet();

        @Override
        public boolean declinesQuestions(ClientId client) {
            return declining.contains(client);
        }
    }

    /** Everybody is called Marta Silva. */
    public static class Directory implements ClientDirectory {

        @Override
        public Map<ClientId, ClientCard> cards(Collection<ClientId> clients) {
            return clients.stream()
                    .distinct()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            client -> new ClientCard(
                                    client,
                                    "Marta Silva",
                                    "marta@example.test",
                                    "+441632960001",
                                    LocalDate.parse("1971-03-04"),
                                    LONDON,
                                    Locale.UK)));
        }
    }

    /** Tight hamstrings on the left, worked with this pressure. */
    public static NoteDraft hamstrings(int pressure) {
        return draft(new WorkedArea(
                new BodyArea(Region.HAMSTRINGS, Side.LEFT),
                Set.of(Finding.TIGHTNESS),
                Set.of(Technique.DEEP_TISSUE),
                new Pressure(pressure),
                null));
    }

    public static NoteDraft draft(WorkedArea... areas) {
        return new NoteDraft(
                new SessionFindings(
                        LocalDate.parse("2000-01-01"),
                        60,
                        List.of(areas),
                        new PainScore(6),
                        new PainScore(3),
                        Set.of(),
                        Set.of()),
                new NoteText("Tight since the hill walk.", "Leg raise 60 degrees.", "", ""));
    }
}
