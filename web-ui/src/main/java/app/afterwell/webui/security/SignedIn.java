package app.afterwell.webui.security;

import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account that has signed in, as the session keeps it: small, serializable and without its password. */
final class SignedIn implements UserDetails, Actor, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String email;
    private final String name;

    @SuppressWarnings("serial") // a copy made by Set.copyOf, which is serializable
    private final Set<Role> roles;

    private final boolean clinicalLead;
    private final @Nullable UUID practitioner;

    @SuppressWarnings("serial") // a copy made by Set.copyOf, which is serializable
    private final Set<UUID> clients;

    private final int version;
    private @Nullable String passwordHash;

    SignedIn(
            UUID id,
            String email,
            String name,
            Set<Role> roles,
            boolean clinicalLead,
            @Nullable UUID practitioner,
            Set<UUID> clients,
            int version,
            @Nullable String passwordHash) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.clinicalLead = clinicalLead;
        this.practitioner = practitioner;
        this.clients = Set.copyOf(clients);
        this.version = version;
        this.passwordHash = passwordHash;
    }

    @Override
    public UserId userId() {
        return new UserId(id);
    }

    @Override
    public String displayName() {
        return name;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public boolean clinicalLead() {
        return clinicalLead;
    }

    @Override
    public Optional<PractitionerId> practitioner() {
        return Optional.ofNullable(practitioner).map(PractitionerId::new);
    }

    @Override
    public Set<ClientId> clients() {
        return clients.stream().map(ClientId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** The account's version when it was read; a session that holds an older one is out of date. */
    int version() {
        return version;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        List<GrantedAuthority> authorities = new ArrayList<>();
        for (var role : roles) {
            authorities.add(new SimpleGrantedAuthority("ROLE_" + role));
        }
        if (clinicalLead) {
            authorities.add(new SimpleGrantedAuthority("CLINICAL_LEAD"));
        }
        return authorities;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "account:" + id;
    }
}
