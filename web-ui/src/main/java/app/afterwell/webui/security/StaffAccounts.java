package app.afterwell.webui.security;

import app.afterwell.aftercare.followup.Colleague;
import app.afterwell.aftercare.followup.Colleagues;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Desk and therapists who may sign in. */
@Component
class StaffAccounts implements Colleagues {

    private final JdbcClient jdbc;

    StaffAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Colleague> all() {
        return jdbc.sql("""
                select a.id, a.name, array_agg(r.role) as roles
                from account a join account_role r on r.account_id = a.id
                where a.enabled and r.role in ('DESK', 'THERAPIST')
                group by a.id order by lower(a.name), a.id
                """)
                .query((row, number) -> new Colleague(
                        new UserId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet())))
                .list();
    }
}
