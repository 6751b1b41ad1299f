package app.afterwell.intake;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.SafetyProfileChanged;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What treatment and aftercare must respect about a client: for the client and for the therapist who treats them. */
@Service
public class SafetyProfileService {

    private static final int LONGEST_NOTES = 10_000;

    private final StoredProfiles profiles;
    private final ClientSearch clients;
    private final Access access;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyProfileService(
            StoredProfiles profiles,
            ClientSearch clients,
            Access access,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.profiles = profiles;
        this.clients = clients;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The profile; version 0 and empty if none is on file. Whoever reads somebody else's is recorded.
     *
     * @throws AccessDeniedException for staff who do not treat the client
     * @throws NotFoundException if the client is not there, or is not the one who asks nor somebody they act for
     */
    @PreAuthorize("hasAnyRole('THERAPIST', 'CLIENT')")
    @Transactional
    public SafetyProfileView get(ClientId client) {
        if (access.requireHealth(client)) {
            audit.record("safety-profile.read", "client:" + client, client, null);
        }
        return view(client(client));
    }

    /**
     * Says that this is right, from today on. What the therapist leaves out is gone; what the client leaves out waits
     * for the therapist. An event tells of it if anything that counts has changed.
     *
     * @throws AccessDeniedException as {@link #get(ClientId)}
     * @throws NotFoundException as {@link #get(ClientId)}
     * @throws ConflictException {@code stale-version} if somebody else has said something meanwhile
     * @throws UnacceptableException naming every entry that cannot be so
     */
    @PreAuthorize("hasAnyRole('THERAPIST', 'CLIENT')")
    @Transactional
    public SafetyProfileView put(PutSafetyProfile said) {
        var id = said.client();
        access.requireHealth(id);
        var client = client(id);
        var today = LocalDate.ofInstant(clock.instant(), client.zone());
        ConditionRules.check(said.conditions(), today);
        var notes = said.notes();
        if (notes != null && notes.length() > LONGEST_NOTES) {
            throw UnacceptableException.field("notes", "too-long", "Use at most " + LONGEST_NOTES + " characters");
        }
        var wanted = said.conditions().stream()
                .filter(entry -> entry.code() != Condition.MINOR || client.birthDate() == null)
                .toList();
        var before = profiles.lock(id);
        int now = before.map(StoredProfiles.Kept::version).orElse(0);
        if (now != said.version()) {
            throw stale();
        }
        boolean changed;
        if (before.isEmpty()) {
            var first = access.asTherapist(id) ? wanted : ConditionRules.saidByClient(List.of(), wanted);
            if (!profiles.putFirst(id, today, notes == null ? "" : notes, first)) {
                throw stale();
            }
            changed = true;
        } else {
            var kept = before.get();
            var after = access.asTherapist(id)
                    ? ConditionRules.sorted(wanted)
                    : ConditionRules.saidByClient(kept.conditions(), wanted);
            changed = !after.equals(ConditionRules.sorted(kept.conditions()));
            if (changed) {
                profiles.replace(id, after);
            }
            profiles.put(id, now + 1, today, notes == null ? kept.notes() : notes);
        }
        audit.record(changed ? "safety-profile.change" : "safety-profile.confirm", "client:" + id, id, null);
        if (changed) {
            events.publishEvent(new SafetyProfileChanged(id, now + 1));
        }
        return view(client);
    }

    /** Those among these clients with whom to take care; never why. */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    @Transactional(readOnly = true)
    public Set<ClientId> takeCare(Collection<ClientId> clients) {
        return profiles.withConditions(clients);
    }

    private ClientView client(ClientId client) {
        return clients.byId(client).orElseThrow(() -> new NotFoundException("client " + client));
    }

    private SafetyProfileView view(ClientView client) {
        var today = LocalDate.ofInstant(clock.instant(), client.zone());
        return profiles.of(client.id())
                .map(profile -> new SafetyProfileView(
                        client.id(),
                        profile.version(),
                        profile.confirmedOn(),
                        entries(profile.conditions(), today),
                        profiles.notes(client.id())))
                .orElseGet(() -> new SafetyProfileView(client.id(), 0, null, List.of(), ""));
    }

    private static List<SafetyProfileView.Entry> entries(List<ConditionEntry> conditions, LocalDate today) {
        return conditions.stream()
                .map(entry -> new SafetyProfileView.Entry(entry, ConditionRules.asks(entry, today)))
                .toList();
    }

    private static ConflictException stale() {
        return new ConflictException(
                "stale-version", "Somebody else has changed this profile meanwhile: look again, then confirm");
    }
}
