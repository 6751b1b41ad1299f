package app.afterwell.webui.security;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in. */
@Entity
@Table(name = "account")
class Account {

    @Id
    private UUID id;

    private String email;
    private String name;
    private @Nullable String passwordHash;
    private boolean clinicalLead;
    private @Nullable UUID practitionerId;
    private boolean enabled;
    private Instant createdAt;
    private @Nullable Instant passwordChangedAt;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "account_client", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "client_id")
    private Set<UUID> clients = new HashSet<>();

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Account() {}

    Account(
            String email,
            String name,
            Set<Role> roles,
            boolean clinicalLead,
            @Nullable PractitionerId practitioner,
            Set<ClientId> clients,
            Instant at) {
        this.id = UserId.next().value();
        this.email = email;
        this.name = name;
        this.roles.addAll(roles);
        this.clinicalLead = clinicalLead;
        this.practitionerId = practitioner == null ? null : practitioner.value();
        this.clients.addAll(clients.stream().map(ClientId::value).collect(Collectors.toSet()));
        this.enabled = true;
        this.createdAt = at;
    }

    UserId userId() {
        return new UserId(id);
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    void setPassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
    }

    void disable() {
        enabled = false;
    }

    void enable() {
        enabled = true;
    }

    /** Only somebody who treats clients answers for what they are advised. */
    boolean isClinician() {
        return has(Role.THERAPIST) && practitionerId != null;
    }

    void setClinicalLead(boolean leads) {
        clinicalLead = leads;
    }
}
