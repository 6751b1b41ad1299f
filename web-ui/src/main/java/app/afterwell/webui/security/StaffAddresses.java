package app.afterwell.webui.security;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where staff can be written to. It asks nobody's leave. */
@Component
@Transactional(readOnly = true)
public class StaffAddresses {

    private final JdbcClient jdbc;

    StaffAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who may sign in. */
    public record Address(UserId user, String name, String email) {}

    /** Who is told of an urgent task that nobody takes on: the client's therapist, clinical leads and owners. */
    public List<Address> alarmed(@Nullable PractitionerId therapist) {
        return jdbc.sql("""
            select a.id, a.name, a.email from account a
            where a.enabled and (a.practitioner_id = :practitioner or a.clinical_lead or exists (
                select from account_role r where r.account_id = a.id and r.role = 'OWNER'))
            order by a.id
            """)
                .param("practitioner", therapist == null ? null : therapist.value(), Types.OTHER)
                .query(StaffAddresses::address)
                .list();
    }

    /** Of somebody, as long as they may sign in. */
    public Optional<Address> of(UserId user) {
        return jdbc.sql("select id, name, email from account where id = :id and enabled")
                .param("id", user.value())
                .query(StaffAddresses::address)
                .optional();
    }

    /** The names of these, also of those who may sign in no longer. */
    public Map<UserId, String> names(Collection<UserId> users) {
        return jdbc
                .sql("select id, name, email from account where id = any(:ids)")
                .param("ids", users.stream().map(UserId::value).toArray(UUID[]::new))
                .query(StaffAddresses::address)
                .list()
                .stream()
                .collect(Collectors.toMap(Address::user, Address::name));
    }

    private static Address address(ResultSet row, int number) throws SQLException {
        return new Address(new UserId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("email"));
    }
}
