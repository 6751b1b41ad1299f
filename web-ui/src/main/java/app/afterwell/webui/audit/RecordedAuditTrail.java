package app.afterwell.webui.audit;

import app.afterwell.domain.Actor;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the audit trail into a table that a trigger keeps append-only, in the transaction of the caller. */
@Component
class RecordedAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    RecordedAuditTrail(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(String action, String subject, @Nullable ClientId client, @Nullable String reason) {
        var actor = currentActor.find();
        jdbc.sql("""
                insert into audit_entry (id, at, actor_id, actor_name, action, subject, client_id, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(1, Ids.next())
                .param(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(3, actor.map(it -> it.userId().value()).orElse(null), Types.OTHER)
                .param(4, actor.map(Actor::displayName).orElse("system"))
                .param(5, action)
                .param(6, subject)
                .param(7, client == null ? null : client.value(), Types.OTHER)
                .param(8, reason, Types.VARCHAR)
                .update();
    }
}
