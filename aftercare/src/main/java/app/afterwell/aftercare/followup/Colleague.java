package app.afterwell.aftercare.followup;

import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.util.Set;

/** Somebody of the staff who can be given a task. */
public record Colleague(UserId id, String name, Set<Role> roles) {

    public Colleague {
        roles = Set.copyOf(roles);
    }
}
