package app.afterwell.intake;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How clients want to hear from the clinic: each says it for themselves, or the staff write it down. */
@Service
public class ContactPreferences {

    private final PreferenceBook book;
    private final ClientSearch clients;
    private final Access access;
    private final AuditTrail audit;

    ContactPreferences(PreferenceBook book, ClientSearch clients, Access access, AuditTrail audit) {
        this.book = book;
        this.clients = clients;
        this.access = access;
        this.audit = audit;
    }

    /** @throws NotFoundException if the client is not there, or is not the one who asks nor somebody they act for */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER', 'CLIENT')")
    @Transactional(readOnly = true)
    public ContactChoices of(ClientId client) {
        require(client);
        return book.of(client);
    }

    /** @throws NotFoundException as {@link #of(ClientId)} */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'CLIENT')")
    @Transactional
    public ContactChoices choose(ClientId client, ContactChoices choices) {
        require(client);
        if (book.keep(client, choices)) {
            audit.record("contact.choose", "client:" + client, client, null);
        }
        return book.of(client);
    }

    private void require(ClientId client) {
        access.requireVisible(client);
        if (clients.byId(client).isEmpty()) {
            throw new NotFoundException("client " + client);
        }
    }
}
