package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.engine.Given;
import app.afterwell.aftercare.protocol.ProtocolDrafts.ItemDifference;
import app.afterwell.aftercare.protocol.ProtocolDrafts.Kind;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import app.afterwell.domain.Finding;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import testsupport.TestActor;

/** The shared clinic has version 1 in force. */
@CareTest
@Transactional
class ProtocolDraftsTests {

    private static final TestActor OWNER = TestActor.owner();
    private static final TestActor LEAD = TestActor.clinicalLead(PractitionerId.next());
    private static final TestActor THERAPIST = TestActor.therapist(PractitionerId.next());

    @Autowired
    private ProtocolDrafts drafts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private ProtocolReplay replay;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void goesFromDraftToInForceAndBack() {
        var draft = draft("minutes-per-day: 15", "minutes-per-day: 25");
        tryOut(draft);

        LEAD.run(() -> protocols.approve(draft.number(), draft.contentHash()));

        assertThat(protocols.inForce().version()).isEqualTo(draft.number());
        assertThat(protocols.inForce().written().limits().minutesPerDay()).isEqualTo(25);
        assertThat(protocols.version(1).written().limits().minutesPerDay()).isEqualTo(15);

        assertThatThrownBy(() -> LEAD.run(() -> protocols.rollBack(1, " ")))
                .extracting("code")
                .isEqualTo("reason-missing");
        LEAD.run(() -> protocols.rollBack(1, "Too much for one day"));

        assertThat(protocols.inForce().version()).isEqualTo(1);
        assertThatThrownBy(() -> LEAD.run(() -> protocols.rollBack(1, "Again")))
                .extracting("code")
                .isEqualTo("not-retired");
        assertThat(OWNER.call(protocols::history))
                .filteredOn(
                        step -> step.number() == draft.number() || step.step().equals("ROLLED_BACK"))
                .extracting(ProtocolStep::step, ProtocolStep::by, ProtocolStep::reason)
                .containsExactlyInAnyOrder(
                        tuple("ROLLED_BACK", "Lea Lead", "Too much for one day"),
                        tuple("APPROVED", "Lea Lead", ""),
                        tuple("STARTED", "Olive Owner", ""));
    }

    @Test
    void isNotApprovedUntilItsVeryTextWasSimulated() {
        var draft = draft("minutes-per-day: 15", "minutes-per-day: 25");
        refuses(draft, "not-simulated");

        var nothing = Given.session().build();
        OWNER.call(() -> drafts.simulate(draft.number(), nothing, Given.healthy(), Given.KNOWN));
        assertThat(OWNER.call(() -> drafts.trials(draft.number())).simulated()).isNull();
        refuses(draft, "not-simulated");

        simulate(draft);
        assertThat(OWNER.call(() -> drafts.trials(draft.number())).simulated().by())
                .isEqualTo("Olive Owner");

        var text = OWNER.call(() -> drafts.text(draft.number()));
        var changed = OWNER.call(() -> drafts.save(draft.number(), draft.contentHash(), text + "\n# more\n"));
        refuses(changed, "not-simulated");

        tryOut(changed);
        assertThatThrownBy(() -> LEAD.run(() -> protocols.approve(draft.number(), draft.contentHash())))
                .extracting("code")
                .isEqualTo("stale-version");
        LEAD.run(() -> protocols.approve(draft.number(), changed.contentHash()));
        assertThat(protocols.inForce().version()).isEqualTo(draft.number());
    }

    @Test
    void isReplayedToTheEndBeforeItIsApprovedOnceThereAreSignedNotes() {
        ReplayedNotes.insert(jdbc, clock, 600);
        var draft = draft("minutes-per-day: 15", "minutes-per-day: 25");
        simulate(draft);
        refuses(draft, "not-replayed");

        OWNER.call(() -> drafts.replay(draft.number(), 1, looked -> false));
        refuses(draft, "not-replayed");

        var report = OWNER.call(() -> drafts.replay(draft.number(), 1, looked -> true));
        assertThat(OWNER.call(() -> drafts.notesToReplay(1))).isEqualTo(report.notes());
        assertThat(OWNER.call(() -> drafts.trials(draft.number())).replayed().notes())
                .isEqualTo(report.notes());
        LEAD.run(() -> protocols.approve(draft.number()));
    }

    @Test
    void hasItsOwnNumberEvenWithTheTextOfAnother() {
        var draft = OWNER.call(() -> drafts.start(1));
        tryOut(draft);
        LEAD.run(() -> protocols.approve(draft.number()));

        assertThat(protocols.inForce().version()).isEqualTo(draft.number());
        assertThat(protocols.version(1).version()).isEqualTo(1);
    }

    @Test
    void keepsTheTextThatCameWithTheSoftware() {
        jdbc.update("update protocol_version set status = 'DRAFT', approved_by = null, approved_at = null");
        assertThatThrownBy(() -> OWNER.run(
                        () -> drafts.save(1, OWNER.call(() -> drafts.info(1)).contentHash(), "version: 1")))
                .extracting("code")
                .isEqualTo("shipped");
        assertThatThrownBy(() -> OWNER.run(() -> drafts.discard(1)))
                .extracting("code")
                .isEqualTo("shipped");
    }

    @Test
    void isNotApprovedByItsLastEditor() {
        var draft = LEAD.call(() -> drafts.start(1));

        assertThatThrownBy(() -> LEAD.run(() -> protocols.approve(draft.number())))
                .extracting("code")
                .isEqualTo("own-edit");
    }

    @Test
    void isNotApprovedWhileTheLinterFindsAnError() {
        var draft = draft("title: Drink water", "title: Flush out toxins");

        assertThat(OWNER.call(() -> drafts.lint(draft.number())))
                .extracting(LintFinding::code)
                .contains("banned-word");
        assertThatThrownBy(() -> LEAD.run(() -> protocols.approve(draft.number())))
                .hasMessageContaining("toxin")
                .extracting("code")
                .isEqualTo("lint");
        assertThat(protocols.inForce().version()).isEqualTo(1);
    }

    @Test
    void keepsATextThatCannotBeReadAndTellsTheLine() {
        var draft = draft("condition: DIABETES }", "condition: SUGAR }");

        var text = OWNER.call(() -> drafts.text(draft.number()));
        int line = (int) text.substring(0, text.indexOf("SUGAR")).lines().count();
        assertThat(OWNER.call(() -> drafts.lint(draft.number())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("format");
                    assertThat(finding.message()).contains("SUGAR");
                    assertThat(finding.line()).isEqualTo(line);
                });
        assertThatThrownBy(() -> simulate(draft)).extracting("code").isEqualTo("protocol-format");
        assertThatThrownBy(() -> OWNER.call(() -> drafts.replay(draft.number(), 1, looked -> true)))
                .extracting("code")
                .isEqualTo("protocol-format");
        refuses(draft, "lint");
    }

    @Test
    void isNotMadeOnesOwnBySavingItUnchanged() {
        var draft = draft("minutes-per-day: 15", "minutes-per-day: 25");
        var text = OWNER.call(() -> drafts.text(draft.number()));

        assertThat(LEAD.call(() -> drafts.save(draft.number(), draft.contentHash(), text))
                        .lastEditor())
                .isEqualTo("Olive Owner");
    }

    @Test
    void doesNotKeepWhatIsNoText() {
        var draft = OWNER.call(() -> drafts.start(1));
        assertThatThrownBy(() -> OWNER.run(() -> drafts.save(draft.number(), draft.contentHash(), "a\0b")))
                .extracting("code")
                .isEqualTo("invalid");
        assertThatThrownBy(
                        () -> OWNER.run(() -> drafts.save(draft.number(), draft.contentHash(), "x".repeat(2_000_001))))
                .extracting("code")
                .isEqualTo("invalid");
    }

    @Test
    void keepsTheFirstOfTwoWhoWriteAtOnce() {
        var draft = OWNER.call(() -> drafts.start(1));
        var text = OWNER.call(() -> drafts.text(draft.number()));
        OWNER.run(() -> drafts.save(draft.number(), draft.contentHash(), text + "\n# one\n"));

        assertThatThrownBy(() -> LEAD.run(() -> drafts.save(draft.number(), draft.contentHash(), text + "\n# two\n")))
                .extracting("code")
                .isEqualTo("stale-version");
    }

    @Test
    void triesOutWhatADraftWouldSay() {
        var draft = draft("days: [0, 1, 2]\n    dose: As much", "days: [0, 1]\n    dose: As much");
        var session = Given.session()
                .area(Region.CALVES, Side.LEFT, Finding.TIGHTNESS)
                .build();

        var plan = THERAPIST.call(() -> drafts.simulate(draft.number(), session, Given.healthy(), Given.KNOWN));

        assertThat(plan.protocol().version()).isEqualTo(draft.number());
        assertThat(plan.offered().stream()
                        .filter(item -> item.item().equals("hydrate"))
                        .findFirst()
                        .orElseThrow()
                        .days())
                .containsExactly(0, 1);
        assertThat(THERAPIST.call(() -> drafts.difference(1, draft.number())))
                .containsExactly(new ItemDifference("hydrate", Kind.CHANGED, List.of("days")));
    }

    @Test
    void letsGoOfADraftButNotOfWhatIsInForce() {
        var draft = OWNER.call(() -> drafts.start(1));
        OWNER.run(() -> drafts.discard(draft.number()));

        assertThatThrownBy(() -> LEAD.run(() -> protocols.approve(draft.number())))
                .extracting("code")
                .isEqualTo("not-a-draft");
        assertThatThrownBy(() -> OWNER.run(() -> drafts.discard(1)))
                .extracting("code")
                .isEqualTo("not-a-draft");

        assertThat(OWNER.call(() -> drafts.restore(draft.number())).status()).isEqualTo(ProtocolStatus.DRAFT);
        assertThatThrownBy(() -> OWNER.run(() -> drafts.restore(draft.number())))
                .extracting("code")
                .isEqualTo("not-discarded");
    }

    @Test
    void isForTheOwnerAndTheClinicalLead() {
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.start(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.save(1, "", ""))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.discard(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.lint(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> replay.run(1, 1, count -> true)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.restore(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.replay(1, 1, count -> true)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.notesToReplay(1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> OWNER.run(() -> protocols.rollBack(1, "Why")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> OWNER.run(() -> protocols.approve(1, ""))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestActor.desk()
                        .run(() -> drafts.simulate(1, Given.session().build(), Given.healthy(), Given.KNOWN)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestActor.desk()
                        .run(() -> drafts.example(1, Given.session().build(), Given.healthy(), Given.KNOWN)))
                .isInstanceOf(AccessDeniedException.class);
        var client = TestActor.client(app.afterwell.domain.ClientId.next());
        assertThatThrownBy(() -> client.run(() -> drafts.text(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> client.run(() -> drafts.difference(1, 1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> client.run(() -> drafts.written(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> client.run(() -> drafts.trials(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> client.run(() -> drafts.info(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> client.run(protocols::history)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        client.run(() -> drafts.simulate(1, Given.session().build(), Given.healthy(), Given.KNOWN)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void simulate(ProtocolInfo draft) {
        var session = Given.session()
                .area(Region.CALVES, Side.LEFT, Finding.TIGHTNESS)
                .build();
        OWNER.call(() -> drafts.simulate(draft.number(), session, Given.healthy(), Given.KNOWN));
    }

    /** All that has to be tried out; other tests of this clinic have signed notes. */
    private void tryOut(ProtocolInfo draft) {
        simulate(draft);
        OWNER.call(() -> drafts.replay(draft.number(), 1, looked -> true));
    }

    private void refuses(ProtocolInfo draft, String code) {
        assertThatThrownBy(() -> LEAD.run(() -> protocols.approve(draft.number())))
                .extracting("code")
                .isEqualTo(code);
    }

    private ProtocolInfo draft(String text, String otherwise) {
        var draft = OWNER.call(() -> drafts.start(1));
        var yaml = OWNER.call(() -> drafts.text(draft.number()));
        assertThat(yaml).contains(text);
        return OWNER.call(() -> drafts.save(draft.number(), draft.contentHash(), yaml.replace(text, otherwise)));
    }
}
