package app.afterwell.webui.demo;

import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Somebody in whose name the demo clinic is filled. */
record DemoActor(
        UserId userId,
        String displayName,
        Set<Role> roles,
        boolean clinicalLead,
        @Nullable PractitionerId practitionerId)
        implements Actor {

    @Override
    public Optional<PractitionerId> practitioner() {
        return Optional.ofNullable(practitionerId);
    }

    @Override
    public Set<ClientId> clients() {
        return Set.of();
    }

    /** Does something in this name. */
    void act(Runnable action) {
        var before = SecurityContextHolder.getContext();
        List<SimpleGrantedAuthority> authorities = new ArrayList<>();
        roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        if (clinicalLead) {
            authorities.add(new SimpleGrantedAuthority("CLINICAL_LEAD"));
        }
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(this, null, authorities)));
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
