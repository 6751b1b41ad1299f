package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.engine.PlanDifference.Said;
import app.afterwell.domain.PractitionerId;
import java.time.Clock;
import java.util.ArrayList;
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
        ReplayedNotes.insert(jdbc, clock, NOTES);
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
}
