package app.afterwell.webui.messages;

import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** A client who came by a link in a message: they may do what the link is for, and are who it was sent to. */
record LinkActor(ClientId client, String displayName) implements Actor {

    @Override
    public UserId userId() {
        return new UserId(client.value());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CLIENT);
    }

    @Override
    public boolean clinicalLead() {
        return false;
    }

    @Override
    public Optional<PractitionerId> practitioner() {
        return Optional.empty();
    }

    @Override
    public Set<ClientId> clients() {
        return Set.of(client);
    }

    /** Does one thing as this client; whoever is signed in here is again afterwards. */
    <T> T act(Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                this, null, List.of(new SimpleGrantedAuthority("ROLE_CLIENT")))));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
