package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.protocol.ProtocolTrials.Trial;
import app.afterwell.domain.Actor;
import app.afterwell.domain.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what was done and tried out with the versions. */
@Component
class ProtocolSteps {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    enum Step {
        STARTED,
        DISCARDED,
        RESTORED,
        APPROVED,
        ROLLED_BACK
    }

    ProtocolSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ProtocolInfo version, Step step, String reason, Actor by, Instant at) {
        jdbc.sql("""
                        insert into protocol_step (id, number, step, content_hash, by_id, by_name, at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        version.number(),
                        step.name(),
                        version.contentHash(),
                        by.userId().value(),
                        by.displayName(),
                        Timestamp.from(at),
                        reason)
                .update();
    }

    List<ProtocolStep> latest() {
        return jdbc.sql("select number, step, by_name, at, reason from protocol_step order by at desc, id desc limit ?")
                .param(MOST)
                .query((row, index) -> new ProtocolStep(
                        row.getInt("number"),
                        row.getString("step"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Only what was tried out with the text as it stands counts. */
    ProtocolTrials trials(int number) {
        return jdbc.sql("""
                        select simulated_hash = content_hash as simulated, simulated_by_name, simulated_at,
                               replayed_hash = content_hash as replayed, replayed_by_name, replayed_at,
                               coalesce(replayed_notes, 0) as notes, coalesce(replayed_changed, 0) as changed,
                               exists (select 1 from aftercare_plan) as needed
                        from protocol_version where number = ?""")
                .param(number)
                .query((row, index) -> new ProtocolTrials(
                        trial(row, "simulated", 0, 0),
                        trial(row, "replayed", row.getLong("notes"), row.getLong("changed")),
                        row.getBoolean("needed")))
                .single();
    }

    private static @Nullable Trial trial(ResultSet row, String what, long notes, long changed) throws SQLException {
        return row.getBoolean(what)
                ? new Trial(
                        row.getString(what + "_by_name"),
                        row.getTimestamp(what + "_at").toInstant(),
                        notes,
                        changed)
                : null;
    }

    /** Beside the entity, so that trying out never stands in the way of somebody who writes. */
    void simulated(int number, String hash, Actor by, Instant at) {
        jdbc.sql("""
                        update protocol_version set simulated_hash = content_hash, simulated_by_name = ?, simulated_at = ?
                        where number = ? and content_hash = ? and simulated_hash is distinct from content_hash
                          and status = 'DRAFT'""").params(by.displayName(), Timestamp.from(at), number, hash).update();
    }

    void replayed(int number, String hash, long notes, long changed, Actor by, Instant at) {
        jdbc.sql("""
                        update protocol_version set replayed_hash = content_hash, replayed_by_name = ?, replayed_at = ?,
                            replayed_notes = ?, replayed_changed = ?
                        where number = ? and content_hash = ? and status = 'DRAFT'""")
                .params(by.displayName(), Timestamp.from(at), notes, changed, number, hash)
                .update();
    }
}
