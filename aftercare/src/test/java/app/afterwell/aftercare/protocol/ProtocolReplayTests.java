package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.engine.Generated;
import app.afterwell.aftercare.engine.PlanDifference.Said;
import app.afterwell.domain.PractitionerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import testsupport.TestActor;

/** Replays generated notes; only the columns that the replay reads are lifelike. */
@CareTest
@Transactional
class ProtocolReplayTests {

    private static final int NOTES = 1200;

    @Autowired
    private ProtocolDrafts drafts;

    @Autowired
    private ProtocolReplay replay;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void countsWhatWouldHaveChangedByItemAndReason() {
        insert(NOTES);
        var owner = TestActor.owner();
        var lead = TestActor.clinicalLead(PractitionerId.next());
        var draft = owner.call(() -> drafts.start(1));
        var same = owner.call(() -> replay.run(draft.number(), 1, notes -> true));
        assertThat(same.notes()).isGreaterThanOrEqualTo(NOTES);
        assertThat(same.changedNotes()).isZero();
        assertThat(same.complete()).isTrue();

        var yaml = owner.call(() -> drafts.text(draft.number()));
        owner.run(() -> drafts.save(
                draft.number(),
                draft.contentHash(),
                yaml.replace(
                        "when: { condition: [REDUCED_SENSATION, ACUTE_INJURY] }",
                        "when: { condition: [REDUCED_SENSATION, ACUTE_INJURY, VERTIGO] }")));
        var heard = new ArrayList<Long>();
        var counts = owner.call(() -> replay.run(draft.number(), 1, heard::add));
        assertThat(counts.changedNotes()).isPositive();
        assertThat(counts.counts()).anySatisfy(count -> {
            assertThat(count.item()).isEqualTo("moist-heat");
            assertThat(count.after()).isEqualTo(Said.WITHHELD);
            assertThat(count.reason()).isEqualTo("moist-heat.sensation-or-injury");
        });
        assertThat(heard).containsExactly(500L, 1000L);
        assertThat(counts.cases()).isEmpty();
        assertThat(lead.call(() -> replay.run(draft.number(), 1, notes -> true)).cases())
                .isNotEmpty();

        var cancelled = owner.call(() -> replay.run(draft.number(), 1, notes -> false));
        assertThat(cancelled.complete()).isFalse();
        assertThat(cancelled.notes()).isEqualTo(500);
    }

    private void insert(int count) {
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
