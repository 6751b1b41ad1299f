package app.afterwell.webui.demo;

import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.CareImport;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.Checkouts;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Finding;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Role;
import app.afterwell.domain.Side;
import app.afterwell.domain.UserId;
import app.afterwell.intake.ClientImport;
import app.afterwell.webui.security.Accounts;
import app.afterwell.webui.security.NewAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty system with a lifelike clinic before the first page is served, all of it or none, and only in demo mode.
 * It comes out the same at every start but for the dates, which are relative to today.
 */
@Component
@ConditionalOnBooleanProperty("afterwell.demo")
class DemoClinic implements SmartLifecycle {

    static final String PASSWORD = "afterwell-demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoClinic.class);

    private static final String OWNER = "owner@demo.test";

    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final ClientImport clientImport;
    private final BookingImport bookingImport;
    private final Checkouts checkouts;
    private final CareImport careImport;
    private final Protocols protocols;
    private final ProtocolDrafts drafts;
    private boolean running;

    DemoClinic(
            Clock clock,
            PlatformTransactionManager transactions,
            Accounts accounts,
            ClientImport clientImport,
            BookingImport bookingImport,
            Checkouts checkouts,
            CareImport careImport,
            Protocols protocols,
            ProtocolDrafts drafts) {
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.clientImport = clientImport;
        this.bookingImport = bookingImport;
        this.checkouts = checkouts;
        this.careImport = careImport;
        this.protocols = protocols;
        this.drafts = drafts;
    }

    @Override
    public void start() {
        founder().act(() -> {
            var there = accounts.list();
            if (there.isEmpty()) {
                transaction.executeWithoutResult(status -> fill());
            } else if (there.stream().noneMatch(account -> account.email().equals(OWNER))) {
                throw new IllegalStateException(
                        "This database already has a clinic; the demo needs an empty one (choose another with --data)");
            }
        });
        running = true;
    }

    private void fill() {
        var began = System.nanoTime();
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var today = now.atZone(DemoDirectory.DUBLIN).toLocalDate();
        var directory = new DemoDirectory(today);
        bookingImport.directory(
                directory.locations(), directory.rooms(), directory.practitioners(), directory.services());

        var clients = new DemoPeople(today, directory.staff()).all();
        clientImport.add(clients.stream().map(DemoClient::imported).toList());

        var visits = new DemoCalendar(now, today, directory, clients).all();
        bookingImport.appointments(visits.stream().map(DemoVisit::appointment).toList());
        checkouts.settlePast(now.minus(Duration.ofHours(2)));

        var signers = people(directory, clients.get(DemoPeople.RUTH).id());
        approve(directory.lead(), Objects.requireNonNull(signers.get(directory.lead())));
        care(now, directory, signers, visits);
        LOG.info(
                "The demo clinic is filled: {} clients, {} appointments, in {} ms",
                clients.size(),
                visits.size(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private void approve(DemoStaff lead, UserId account) {
        new DemoActor(account, lead.name(), Set.of(Role.THERAPIST), true, lead.id()).act(() -> {
            drafts.simulate(1, tried(), null, History.NONE);
            protocols.approve(1);
        });
    }

    /** A session with which the lead has tried the protocol out before approving it. */
    private SessionFindings tried() {
        var calf =
                new WorkedArea(new BodyArea(Region.CALVES, Side.LEFT), Set.of(Finding.TIGHTNESS), Set.of(), null, null);
        return new SessionFindings(
                LocalDate.ofInstant(clock.instant(), DemoDirectory.DUBLIN),
                60,
                List.of(calf),
                null,
                null,
                Set.of(),
                Set.of());
    }

    private void care(Instant now, DemoDirectory directory, Map<DemoStaff, UserId> signers, List<DemoVisit> visits) {
        var notes = new DemoNotes(now, directory, signers).of(visits);
        var imported = careImport.load(notes);
        LOG.info("{}", imported);
    }

    /** The accounts; only those with a login of the demo have a password. */
    private Map<DemoStaff, UserId> people(DemoDirectory directory, ClientId ruth) {
        account(OWNER, "Niamh Doyle", PASSWORD, Set.of(Role.OWNER), false, null, Set.of());
        account("desk@demo.test", "Orla Quinn", PASSWORD, Set.of(Role.DESK), false, null, Set.of());
        account("client@demo.test", "Ruth Callaghan", PASSWORD, Set.of(Role.CLIENT), false, null, Set.of(ruth));
        Map<DemoStaff, UserId> signers = new HashMap<>();
        for (var staff : directory.staff()) {
            boolean maya = staff.equals(directory.maya());
            var email = maya
                    ? "therapist@demo.test"
                    : staff.name()
                                    .split(" ")[0]
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('á', 'a') + "@demo.test";
            signers.put(
                    staff,
                    account(
                            email.replace("ó", "o"),
                            staff.name(),
                            maya || staff.equals(directory.lead()) ? PASSWORD : null,
                            Set.of(Role.THERAPIST),
                            staff.equals(directory.lead()),
                            staff.id(),
                            Set.of()));
        }
        return signers;
    }

    private UserId account(
            String email,
            String name,
            @Nullable String password,
            Set<Role> roles,
            boolean lead,
            @Nullable PractitionerId practitioner,
            Set<ClientId> clients) {
        return accounts.create(new NewAccount(email, name, password, roles, lead, practitioner, clients));
    }

    private static DemoActor founder() {
        return new DemoActor(new UserId(DemoIds.of("user", 0)), "Demo clinic", Set.of(Role.OWNER), false, null);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens its door. */
    @Override
    public int getPhase() {
        return 0;
    }
}
