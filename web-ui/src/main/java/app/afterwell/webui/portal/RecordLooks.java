package app.afterwell.webui.portal;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at or changed a client's record, for the client. */
@Service
class RecordLooks {

    private final JdbcClient jdbc;

    RecordLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest looks by others than the client, newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('CLIENT') and principal.actsFor(#client)")
    public List<Look> of(ClientId client, UserId self, int most) {
        return jdbc.sql("""
                        select at, actor_name, action, reason from audit_entry
                        where client_id = :client and actor_id is not null and actor_id <> :self
                        order by at desc, id desc limit :most""")
                .param("client", client.value())
                .param("self", self.value())
                .param("most", most)
                .query((row, index) -> new Look(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor_name"),
                        row.getString("action"),
                        row.getString("reason")))
                .list();
    }

    /**
     * @param action what they did, a stable code
     * @param reason why, where they had to say
     */
    record Look(
            Instant at, String who, String action, @Nullable String reason) {}
}
