package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who is treated: how to call and reach them. */
@Entity
@Table(name = "client")
class Client {

    @Id
    private UUID id;

    private String name;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable LocalDate birthDate;
    private String zone;
    private String language;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Client() {}

    Client(ContactData contact, Instant at) {
        this.id = ClientId.next().value();
        this.createdAt = at;
        this.name = contact.name();
        this.zone = contact.zone().getId();
        this.language = contact.language().toLanguageTag();
        is(contact);
    }

    ClientId clientId() {
        return new ClientId(id);
    }

    /**
     * Corrects what is known.
     *
     * @throws ConflictException {@code stale-version} if somebody else has corrected it meanwhile
     */
    void correct(ContactData contact, int seenVersion) {
        if (version == null || version != seenVersion) {
            throw new ConflictException(
                    "stale-version", "Somebody else has changed this client meanwhile: look again, then save");
        }
        is(contact);
    }

    private void is(ContactData contact) {
        name = contact.name();
        email = contact.email();
        phone = contact.phone();
        birthDate = contact.birthDate();
        zone = contact.zone().getId();
        language = contact.language().toLanguageTag();
    }
}
