package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.Generated;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Generated notes to replay; only the columns that the replay reads are lifelike. */
final class ReplayedNotes {

    private ReplayedNotes() {}

    static void insert(JdbcTemplate jdbc, Clock clock, int count) {
        // The note behind each plan is left out; the replay does not look at it.
        jdbc.execute("alter table aftercare_plan drop constraint aftercare_plan_note_id_fkey");
        var now = Timestamp.from(clock.instant().minus(Duration.ofDays(3)));
        jdbc.batchUpdate("""
                insert into aftercare_plan (id, note_id, appointment_id, client_id, practitioner_id, protocol_version,
                    issued_at, starts_on, ends_on, visit_start, visit_end, zone, session, safety, history, engine_result,
                    decisions, overrides, digest, baseline, peak, band_end_hours)
                values (?, ?, ?, ?, ?, 1, ?, date '2026-11-19', date '2026-11-25', ?, ?, 'UTC', ?::jsonb, ?::jsonb, ?::jsonb,
                    '{}', '[]', '[]', '', 3, 5, 48)""", Generated.notes(count), 200, (statement, note) -> {
            for (int i = 1; i <= 5; i++) {
                statement.setObject(i, UUID.randomUUID());
            }
            for (int i = 6; i <= 8; i++) {
                statement.setTimestamp(i, now);
            }
            statement.setString(9, CareJson.write(note.session()));
            statement.setString(10, CareJson.writeOrNull(note.safety()));
            statement.setString(11, CareJson.write(note.history()));
        });
    }
}
