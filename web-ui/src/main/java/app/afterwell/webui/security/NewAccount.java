package app.afterwell.webui.security;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param password null if they cannot sign in with one yet
 * @param clients whom the account is or acts for
 */
public record NewAccount(
        String email,
        String name,
        @Nullable String password,
        Set<Role> roles,
        boolean clinicalLead,
        @Nullable PractitionerId practitioner,
        Set<ClientId> clients) {}
