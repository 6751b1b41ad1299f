package app.afterwell.aftercare.plan;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.NotFoundException;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Opens the record of a client to a therapist who does not treat them: for a reason, for a while, and never unseen. */
@Service
@Validated
@Transactional
public class BreakGlass {

    /** For how long the record is open: long enough for one client, over before the next day. */
    public static final Duration OPEN = Duration.ofHours(4);

    private static final int MOST = 200;

    private final CareAccess access;
    private final CurrentActor actor;
    private final ClientDirectory clients;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    BreakGlass(
            CareAccess access,
            CurrentActor actor,
            ClientDirectory clients,
            AuditTrail audit,
            JdbcClient sql,
            Clock clock) {
        this.access = access;
        this.actor = actor;
        this.clients = clients;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A record that was opened.
     *
     * @param who the therapist's name
     * @param reason in their words
     */
    public record Opened(ClientId client, String who, String reason, Instant at, Instant until) {}

    /**
     * On what ground the therapist who asks may see a client's record.
     *
     * @param until when it ends; null if it does not
     */
    public record Standing(Ground ground, @Nullable Instant until) {}

    @PreAuthorize("hasRole('THERAPIST')")
    @Transactional(readOnly = true)
    public Standing standing(ClientId client) {
        var who = actor.require();
        var ground = access.reader(who, client).ground();
        return new Standing(
                ground,
                ground == Ground.BROKE_GLASS ? until(client, who.userId().value()) : null);
    }

    private Instant until(ClientId client, UUID user) {
        return sql.sql("select max(until) from broken_glass where client_id = :client and user_id = :user")
                .param("client", client.value())
                .param("user", user)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /**
     * Opens a record to whoever asks, to read, for {@link #OPEN}. Whoever treats the client needs no reason, and none is
     * kept.
     *
     * @throws NotFoundException if there is no such client
     */
    @PreAuthorize("hasRole('THERAPIST')")
    public Standing open(@Valid OpenRecord command) {
        var who = actor.require();
        var practitioner = access.requirePractitioner();
        if (!clients.cards(Set.of(command.client())).containsKey(command.client())) {
            throw new NotFoundException("client " + command.client());
        }
        var ground = access.reader(who, command.client()).ground();
        if (ground.writes()) {
            return new Standing(ground, null);
        }
        var now = clock.instant();
        var until = now.plus(OPEN);
        sql.sql("""
                insert into broken_glass (id, client_id, user_id, practitioner_id, user_name, reason, broken_at, until)
                values (:id, :client, :user, :practitioner, :name, :reason, :at, :until)
                """)
                .param("id", Ids.next())
                .param("client", command.client().value())
                .param("user", who.userId().value())
                .param("practitioner", practitioner.value())
                .param("name", who.displayName())
                .param("reason", command.reason().strip())
                .param("at", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
        audit.record(
                "glass.break",
                "client:" + command.client(),
                command.client(),
                command.reason().strip());
        return new Standing(Ground.BROKE_GLASS, until);
    }

    /** Who opened whose record since then, the latest first, at most 200: the owner sees that, and why, but not the record. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public List<Opened> since(Instant since) {
        return sql.sql("""
                select client_id, user_name, reason, broken_at, until from broken_glass
                where broken_at >= :since order by broken_at desc, id desc limit :most
                """)
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query(BreakGlass::opened)
                .list();
    }

    private static Opened opened(ResultSet row, int number) throws SQLException {
        return new Opened(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("user_name"),
                row.getString("reason"),
                row.getTimestamp("broken_at").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
