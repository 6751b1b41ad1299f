package app.afterwell.webui.audit;

import app.afterwell.domain.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail, to be read. */
@Service
public class AuditLog {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Entries, the latest first.
     *
     * @param typed part of who did it, of what happened or of why; blank for all
     * @param before the last entry of the part that came before this one; null for the latest
     * @param most at most 200
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public List<Entry> find(String typed, @Nullable UUID before, int most) {
        var part = "%" + typed.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql("""
                select id, at, actor_name, action, subject, client_id, reason from audit_entry
                where (actor_name ilike :part or action ilike :part or reason ilike :part)
                  and (cast(:before as uuid) is null or (at, id) < (select at, id from audit_entry where id = cast(:before as uuid)))
                order by at desc, id desc limit :most
                """)
                .param("part", part)
                .param("before", before == null ? null : before.toString())
                .param("most", Math.min(most, MOST))
                .query(AuditLog::entry)
                .list();
    }

    /** Who saw or changed a client's record, the latest first, at most 200: for the client, and for the owner. */
    @PreAuthorize("hasRole('OWNER') or principal.actsFor(#client)")
    @Transactional(readOnly = true)
    public List<Entry> of(ClientId client) {
        return jdbc.sql("""
                select id, at, actor_name, action, subject, client_id, reason from audit_entry
                where client_id = ? order by at desc, id desc limit 200
                """).param(client.value()).query(AuditLog::entry).list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                Optional.ofNullable(row.getObject("client_id", UUID.class)).map(ClientId::new),
                Optional.ofNullable(row.getString("reason")));
    }

    /**
     * What somebody did.
     *
     * @param action a stable code such as {@code note.read}
     * @param subject kind and id of what it happened to
     * @param client whose record it is, if it is a client's
     */
    public record Entry(
            UUID id,
            Instant at,
            String who,
            String action,
            String subject,
            Optional<ClientId> client,
            Optional<String> reason) {}
}
