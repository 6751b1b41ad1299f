package app.afterwell.webui.security;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first owner of an empty system; it can happen once. */
@Service
public class FirstStart {

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final NewAccounts newAccounts;
    private final AuditTrail audit;
    private volatile boolean over;

    FirstStart(JdbcClient jdbc, StoredAccounts accounts, NewAccounts newAccounts, AuditTrail audit) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.audit = audit;
    }

    /** Whether nobody can sign in yet, because there is no account at all. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public boolean open() {
        if (!over && accounts.existsBy()) {
            over = true;
        }
        return !over;
    }

    /**
     * Makes the first owner.
     *
     * @throws ConflictException {@code already-set-up} if there is an account; of two at the same moment one wins
     */
    @PreAuthorize("permitAll()")
    @Transactional
    public UserId begin(FirstOwner owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('afterwell.first-start'))")
                .query()
                .listOfRows();
        if (accounts.existsBy()) {
            throw new ConflictException("already-set-up", "Afterwell is already set up: sign in");
        }
        var id = newAccounts.make(new NewAccount(
                owner.email(), owner.name(), owner.password(), Set.of(Role.OWNER), false, null, Set.of()));
        audit.record("setup.owner", "account:" + id, null, null);
        return id;
    }

    /** Who owns the clinic. */
    public record FirstOwner(String name, String email, String password) {}
}
