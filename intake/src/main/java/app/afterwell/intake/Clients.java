package app.afterwell.intake;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who the clients are: found, added and corrected by the staff, and each by themselves. */
@Service
public class Clients {

    private final StoredClients clients;
    private final ClientSearch search;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Clients(StoredClients clients, ClientSearch search, Access access, AuditTrail audit, Clock clock) {
        this.clients = clients;
        this.search = search;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Finds clients by any part of their name, phone number or e-mail address, or by their date of birth
     * (1956-04-30). Several words all have to fit; one or two letters stand for the beginning of a word. If fewer than
     * ten clients fit letter by letter, those come after them who fit but for a slip of the pen.
     *
     * @param typed everybody, by name, if it is blank
     * @param page from 0
     * @param size of a page, at most 200
     */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    @Transactional(readOnly = true)
    public FoundClients find(String typed, int page, int size) {
        return search.find(typed, page, size);
    }

    /**
     * The first of those whom {@link #find} finds, for somebody who is still typing: they are not counted, which takes
     * longer than finding them.
     *
     * @param typed everybody, by name, if it is blank
     * @param most how many at most, up to 200
     */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    @Transactional(readOnly = true)
    public List<ClientView> lookUp(String typed, int most) {
        return search.lookUp(typed, most);
    }

    /** @throws NotFoundException if the client is not there, or is not the one who asks nor somebody they act for */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER', 'CLIENT')")
    @Transactional(readOnly = true)
    public ClientView get(ClientId client) {
        access.requireVisible(client);
        return search.byId(client).orElseThrow(() -> notThere(client));
    }

    /** @throws UnacceptableException naming every field that cannot be so */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    @Transactional
    public ClientId add(ClientDetails details) {
        var client = clients.saveAndFlush(new Client(ContactData.of(details, today(details)), clock.instant()));
        audit.record("client.add", "client:" + client.clientId(), client.clientId(), null);
        return client.clientId();
    }

    /**
     * Corrects a client's contact data.
     *
     * @param version that was looked at
     * @throws NotFoundException as {@link #get(ClientId)}
     * @throws ConflictException {@code stale-version} if somebody else has corrected it meanwhile
     * @throws UnacceptableException naming every field that cannot be so
     */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER', 'CLIENT')")
    @Transactional
    public ClientView correct(ClientId id, int version, ClientDetails details) {
        access.requireVisible(id);
        var client = clients.findById(id.value()).orElseThrow(() -> notThere(id));
        client.correct(ContactData.of(details, today(details)), version);
        clients.saveAndFlush(client);
        audit.record("client.correct", "client:" + id, id, null);
        return search.byId(id).orElseThrow(() -> notThere(id));
    }

    private LocalDate today(ClientDetails details) {
        return LocalDate.ofInstant(clock.instant(), details.zone());
    }

    private static NotFoundException notThere(ClientId client) {
        return new NotFoundException("client " + client);
    }
}
