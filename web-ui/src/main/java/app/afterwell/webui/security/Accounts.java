package app.afterwell.webui.security;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Role;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, as the owner keeps it. */
@Service
public class Accounts {

    private final StoredAccounts accounts;
    private final NewAccounts newAccounts;
    private final PasswordEncoder encoder;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(
            StoredAccounts accounts,
            NewAccounts newAccounts,
            PasswordEncoder encoder,
            JdbcClient jdbc,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.encoder = encoder;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes an account.
     *
     * @throws UnacceptableException naming each field that cannot be so
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public UserId create(NewAccount account) {
        var id = newAccounts.make(account);
        audit.record("account.create", "account:" + id, null, null);
        return id;
    }

    /** Everybody who has an account, by name. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public List<AccountRow> list() {
        return jdbc.sql("""
                select a.id, a.name, a.email, a.clinical_lead, a.enabled, a.practitioner_id is not null as treats,
                       array(select r.role from account_role r where r.account_id = a.id) as roles
                from account a order by lower(a.name), a.id
                """).query(Accounts::row).list();
    }

    /**
     * Changes the password of whoever is signed in; all their sessions but those that begin later end.
     *
     * @throws UnacceptableException if the current password is wrong or the new one will not do
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void changePassword(String current, String wanted) {
        var account = account(currentActor.require().userId());
        if (!encoder.matches(current, account.passwordHash())) {
            throw UnacceptableException.field("current", "wrong", "This is not your current password");
        }
        setPassword(account, wanted);
        audit.record("account.password", "account:" + account.userId(), null, null);
    }

    /** Gives somebody a new password, because they cannot get in. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void resetPassword(UserId user, String wanted) {
        setPassword(account(user), wanted);
        audit.record("account.password-reset", "account:" + user, null, null);
    }

    /**
     * Lets somebody in no longer; what they did stays theirs.
     *
     * @throws ConflictException {@code last-owner} if nobody else could manage accounts
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void disable(UserId user) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('afterwell.owners'))")
                .query()
                .listOfRows();
        var account = account(user);
        if (account.isEnabled() && account.has(Role.OWNER) && accounts.countEnabledOwners() == 1) {
            throw new ConflictException("last-owner", "Somebody must stay who can manage accounts");
        }
        account.disable();
        audit.record("account.disable", "account:" + user, null, null);
    }

    /** Lets somebody in again. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void enable(UserId user) {
        account(user).enable();
        audit.record("account.enable", "account:" + user, null, null);
    }

    /**
     * Gives or takes the right to approve the protocol. Whoever is signed in has to sign in again within
     * seconds, as the account has changed, and so it counts from then on.
     *
     * @throws UnacceptableException {@code clinician} if it would go to somebody who is no therapist
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void setClinicalLead(UserId user, boolean leads) {
        var account = account(user);
        if (leads && !account.isClinician()) {
            throw UnacceptableException.field("clinicalLead", "clinician", "Only a therapist can be a clinical lead");
        }
        account.setClinicalLead(leads);
        audit.record(leads ? "account.lead" : "account.lead-ended", "account:" + user, null, null);
    }

    private Account account(UserId user) {
        return accounts.findById(user.value()).orElseThrow(() -> new NotFoundException("account " + user));
    }

    private void setPassword(Account account, String wanted) {
        NewAccounts.passwordProblem("password", wanted).ifPresent(problem -> {
            throw new UnacceptableException("invalid", problem.message(), List.of(problem));
        });
        account.setPassword(newAccounts.hash(wanted), clock.instant());
    }

    private static AccountRow row(ResultSet row, int number) throws SQLException {
        Set<Role> roles = new TreeSet<>();
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new AccountRow(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                roles,
                row.getBoolean("clinical_lead"),
                roles.contains(Role.THERAPIST) && row.getBoolean("treats"),
                row.getBoolean("enabled"));
    }

    /**
     * An account in the owner's list.
     *
     * @param clinician whether they treat clients, and so may be a clinical lead
     */
    public record AccountRow(
            UserId id,
            String name,
            String email,
            Set<Role> roles,
            boolean clinicalLead,
            boolean clinician,
            boolean enabled) {}
}
