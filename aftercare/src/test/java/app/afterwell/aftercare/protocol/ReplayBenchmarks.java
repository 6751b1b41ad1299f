package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.aftercare.engine.Generated;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import testsupport.Figures;
import testsupport.TestActor;

/**
 * How long a draft takes to be run over 100,000 signed notes, and how much memory that needs: {@code ./afterwell bench
 * replay} runs it with a heap of 256 MB.
 */
@CareTest
@Transactional
class ReplayBenchmarks {

    private static final int DISTINCT = 10_000;

    private final Figures figures = new Figures("replay");

    @Autowired
    private ProtocolDrafts drafts;

    @Autowired
    private ProtocolReplay replay;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    /** How many notes are replayed. */
    protected int notes() {
        return 100_000;
    }

    @Test
    void replay() {
        sign(notes());
        var owner = TestActor.owner();
        var draft = owner.call(() -> drafts.start(1));
        var yaml = owner.call(() -> drafts.text(draft.number()));
        owner.run(() -> drafts.save(
                draft.number(),
                draft.contentHash(),
                yaml.replace(
                        "when: { condition: [REDUCED_SENSATION, ACUTE_INJURY] }",
                        "when: { condition: [REDUCED_SENSATION, ACUTE_INJURY, VERTIGO] }")));
        owner.call(() -> replay.run(draft.number(), 1, looked -> looked < 2_000));

        long began = System.nanoTime();
        var report = owner.call(() -> replay.run(draft.number(), 1, looked -> true));
        double seconds = (System.nanoTime() - began) / 1e9;

        assertThat(report.complete()).isTrue();
        assertThat(report.notes()).isGreaterThanOrEqualTo(notes());
        assertThat(report.changedNotes()).isPositive();
        figures.say("notes replayed", report.notes(), "");
        figures.atMost(20, "a draft over all of them", seconds, "s");
        figures.say("the same", report.notes() / seconds, "notes/s");

        var heap = new TreeMap<Long, Double>();
        owner.call(() -> replay.run(draft.number(), 1, looked -> {
            if (looked % Math.max(500, notes() / 5) == 0) {
                heap.put(looked, heapInUse());
            }
            return true;
        }));
        if (heap.size() > 1) {
            figures.say(
                    "heap in use after " + heap.firstKey() + " notes",
                    heap.firstEntry().getValue(),
                    "MB");
            figures.say(
                    "heap in use after " + heap.lastKey() + " notes",
                    heap.lastEntry().getValue(),
                    "MB");
            figures.atMost(
                    5,
                    "what it grew by between",
                    heap.lastEntry().getValue() - heap.firstEntry().getValue(),
                    "MB");
            figures.say("heap allowed", Runtime.getRuntime().maxMemory() / 1e6, "MB");
        }
    }

    private static double heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** Signed notes with their plans: varied ones, each as often as it takes. */
    private void sign(int count) {
        int distinct = Math.min(DISTINCT, count);
        jdbc.execute(
                "create temporary table sample (n serial, session jsonb, safety jsonb, history jsonb, result jsonb)"
                        + " on commit drop");
        jdbc.batchUpdate(
                "insert into sample (session, safety, history, result) values (?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)",
                Generated.notes(distinct),
                500,
                (row, note) -> {
                    row.setString(1, CareJson.write(note.session()));
                    row.setString(2, CareJson.writeOrNull(note.safety()));
                    row.setString(3, CareJson.write(note.history()));
                    row.setString(
                            4,
                            CareJson.write(
                                    ClinicProtocol.APPROVED.plan(note.session(), note.safety(), note.history())));
                });
        var at = Timestamp.from(clock.instant().minus(Duration.ofDays(3)));
        jdbc.update("create temporary table signed on commit drop as select n, gen_random_uuid() as note,"
                + " gen_random_uuid() as plan, gen_random_uuid() as visit, gen_random_uuid() as person"
                + " from generate_series(1, " + count + ") n");
        jdbc.update("""
                insert into session_note (id, appointment_id, client_id, practitioner_id, status, visit_day, session,
                    created_at, saved_at, saved_by, signed_at, signed_by, signed_name, content_hash, digest,
                    request_hash, plan_id, version)
                select g.note, g.visit, g.person, g.person, 'SIGNED', date '2026-11-19', s.session, ?, ?, g.person, ?,
                    g.person, 'Theo Therapist', '', '', '', g.plan, 1
                from signed g join sample s on s.n = g.n % ? + 1""", at, at, at, distinct);
        jdbc.update("""
                insert into aftercare_plan (id, note_id, appointment_id, client_id, practitioner_id, protocol_version,
                    issued_at, starts_on, ends_on, visit_start, visit_end, zone, session, safety, history,
                    engine_result, decisions, overrides, digest, baseline, peak, band_end_hours)
                select g.plan, g.note, g.visit, g.person, g.person, 1, ?, date '2026-11-19', date '2026-11-25', ?, ?,
                    'UTC', s.session, s.safety, s.history, s.result, '[]', '[]', '', 3, 5, 48
                from signed g join sample s on s.n = g.n % ? + 1""", at, at, at, distinct);
    }
}
