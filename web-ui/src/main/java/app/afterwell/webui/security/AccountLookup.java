package app.afterwell.webui.security;

import app.afterwell.domain.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account that somebody signs in to, in one query. One that is disabled or has no password yet is not found
 * either, so that an answer and the time it takes tell the same as for an address that is unknown.
 */
@Component
class AccountLookup {

    private final JdbcClient jdbc;

    AccountLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The account that signs in with this address.
     *
     * @throws UsernameNotFoundException if there is none
     */
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String email) {
        return find("a.email = ?", email.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** The account as it is now; empty if it is gone or disabled. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> byId(UUID account) {
        return find("a.id = ?", account);
    }

    private Optional<SignedIn> find(String condition, Object key) {
        return jdbc.sql("""
                select a.id, a.email, a.name, a.password_hash, a.clinical_lead, a.practitioner_id, a.version,
                       array(select r.role from account_role r where r.account_id = a.id) as roles,
                       array(select c.client_id from account_client c where c.account_id = a.id) as clients
                from account a where a.enabled and a.password_hash is not null and %s
                """.formatted(condition))
                .param(1, key)
                .query(AccountLookup::signedIn)
                .optional();
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new SignedIn(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                roles,
                row.getBoolean("clinical_lead"),
                row.getObject("practitioner_id", UUID.class),
                uuids(row.getArray("clients")),
                row.getInt("version"),
                row.getString("password_hash"));
    }

    private static Set<UUID> uuids(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((UUID[]) array.getArray());
    }
}
