package testsupport;

import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Somebody to act as in a test: {@code TestActor.desk().run(() -> …)}. */
public record TestActor(
        UserId userId,
        String displayName,
        Set<Role> roles,
        boolean clinicalLead,
        @Nullable PractitionerId practitionerId,
        Set<ClientId> clients)
        implements Actor {

    public static TestActor desk() {
        return new TestActor(UserId.next(), "Dana Desk", Set.of(Role.DESK), false, null, Set.of());
    }

    public static TestActor owner() {
        return new TestActor(UserId.next(), "Olive Owner", Set.of(Role.OWNER), false, null, Set.of());
    }

    public static TestActor therapist(PractitionerId practitioner) {
        return new TestActor(UserId.next(), "Theo Therapist", Set.of(Role.THERAPIST), false, practitioner, Set.of());
    }

    public static TestActor clinicalLead(PractitionerId practitioner) {
        return new TestActor(UserId.next(), "Lea Lead", Set.of(Role.THERAPIST), true, practitioner, Set.of());
    }

    public static TestActor client(ClientId client) {
        return new TestActor(UserId.next(), "Cleo Client", Set.of(Role.CLIENT), false, null, Set.of(client));
    }

    @Override
    public Optional<PractitionerId> practitioner() {
        return Optional.ofNullable(practitionerId);
    }

    /** Signs this actor in on this thread; {@link #signOut()} ends it. */
    public void signIn() {
        var roles = roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        var authorities = AuthorityUtils.createAuthorityList(roles);
        if (clinicalLead) {
            authorities = new java.util.ArrayList<>(authorities);
            authorities.addAll(AuthorityUtils.createAuthorityList("CLINICAL_LEAD"));
        }
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(this, null, authorities)));
    }

    public static void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** Does something as this actor, and is whoever it was before afterwards. */
    public <T> T call(Callable<T> action) {
        var before = SecurityContextHolder.getContext();
        signIn();
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Like {@link #call(Callable)}, for what gives nothing back. */
    public void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }
}
