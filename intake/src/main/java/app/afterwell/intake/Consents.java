package app.afterwell.intake;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.NotFoundException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients have agreed to. Nothing is overwritten: a newer consent ends the older, a withdrawal is kept beside it. */
@Service
public class Consents {

    private final JdbcClient jdbc;
    private final ClientSearch clients;
    private final Access access;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(
            JdbcClient jdbc,
            ClientSearch clients,
            Access access,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.access = access;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that were ever given, the latest first. */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'CLIENT')")
    @Transactional(readOnly = true)
    public List<ConsentView> of(ClientId client) {
        require(client);
        return jdbc.sql("""
                select kind, text_version, given_at, withdrawn_at from consent
                where client_id = ? order by given_at desc, id desc
                """)
                .param(client.value())
                .query((row, number) -> {
                    @Nullable OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
                    return new ConsentView(
                            ConsentKind.valueOf(row.getString("kind")),
                            row.getInt("text_version"),
                            row.getObject("given_at", OffsetDateTime.class).toInstant(),
                            withdrawn == null ? null : withdrawn.toInstant());
                })
                .list();
    }

    /** The client agrees, or the staff record that they did on paper. The same again changes nothing. */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'CLIENT')")
    @Transactional
    public void give(ClientId client, ConsentKind kind, int textVersion) {
        require(client);
        boolean already = jdbc.sql("""
                select text_version from consent where client_id = ? and kind = ? and withdrawn_at is null for update
                """)
                .params(client.value(), kind.name())
                .query(Integer.class)
                .optional()
                .filter(version -> version == textVersion)
                .isPresent();
        if (already) {
            return;
        }
        end(client, kind);
        int given = jdbc.sql("""
                insert into consent (id, client_id, kind, text_version, given_at, given_by)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(Ids.next(), client.value(), kind.name(), textVersion, now(), actor())
                .update();
        if (given == 1) {
            audit.record("consent.give", "consent:" + kind, client, null);
        }
    }

    /** The client agrees no longer. Nothing happens if they did not. */
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'CLIENT')")
    @Transactional
    public void withdraw(ClientId client, ConsentKind kind) {
        require(client);
        if (end(client, kind) > 0) {
            audit.record("consent.withdraw", "consent:" + kind, client, null);
        }
    }

    private int end(ClientId client, ConsentKind kind) {
        return jdbc.sql("""
                update consent set withdrawn_at = ?, withdrawn_by = ?
                where client_id = ? and kind = ? and withdrawn_at is null
                """).params(now(), actor(), client.value(), kind.name()).update();
    }

    private void require(ClientId client) {
        access.requireVisible(client);
        if (clients.byId(client).isEmpty()) {
            throw new NotFoundException("client " + client);
        }
    }

    private UUID actor() {
        return currentActor.require().userId().value();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
