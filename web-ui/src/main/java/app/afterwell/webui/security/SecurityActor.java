package app.afterwell.webui.security;

import app.afterwell.domain.Actor;
import app.afterwell.domain.CurrentActor;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor of the security context of this thread. */
@Component
class SecurityActor implements CurrentActor {

    @Override
    public Optional<Actor> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getPrincipal)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast);
    }
}
