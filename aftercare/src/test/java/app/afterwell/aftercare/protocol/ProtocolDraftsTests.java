package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.engine.Given;
import app.afterwell.aftercare.protocol.ProtocolDrafts.ItemDifference;
import app.afterwell.aftercare.protocol.ProtocolDrafts.Kind;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import app.afterwell.domain.Finding;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    @Test
    void goesFromDraftToInForceAndBack() {
        var draft = draft("minutes-per-day: 15", "minutes-per-day: 25");

        LEAD.run(() -> protocols.approve(draft.number()));

        assertThat(protocols.inForce().version()).isEqualTo(draft.number());
        assertThat(protocols.inForce().written().limits().minutesPerDay()).isEqualTo(25);
        assertThat(protocols.version(1).written().limits().minutesPerDay()).isEqualTo(15);

        LEAD.run(() -> protocols.rollBack(1));

        assertThat(protocols.inForce().version()).isEqualTo(1);
        assertThatThrownBy(() -> LEAD.run(() -> protocols.rollBack(1)))
                .extracting("code")
                .isEqualTo("not-retired");
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
    void refusesATextThatCannotBeReadWithItsLine() {
        var draft = OWNER.call(() -> drafts.start(1));
        var text = OWNER.call(() -> drafts.text(draft.number())).replace("condition: DIABETES }", "condition: SUGAR }");

        assertThatThrownBy(() -> OWNER.run(() -> drafts.save(draft.number(), draft.contentHash(), text)))
                .hasMessageContaining("SUGAR")
                .extracting("code")
                .isEqualTo("protocol-format");
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
    }

    @Test
    void isForTheOwnerAndTheClinicalLead() {
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.start(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.save(1, "", ""))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.discard(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> drafts.lint(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> replay.run(1, 1, count -> true)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> OWNER.run(() -> protocols.rollBack(1))).isInstanceOf(AccessDeniedException.class);
        var client = TestActor.client(app.afterwell.domain.ClientId.next());
        assertThatThrownBy(() -> client.run(() -> drafts.text(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> client.run(() -> drafts.difference(1, 1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        client.run(() -> drafts.simulate(1, Given.session().build(), Given.healthy(), Given.KNOWN)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private ProtocolInfo draft(String text, String otherwise) {
        var draft = OWNER.call(() -> drafts.start(1));
        var yaml = OWNER.call(() -> drafts.text(draft.number()));
        assertThat(yaml).contains(text);
        return OWNER.call(() -> drafts.save(draft.number(), draft.contentHash(), yaml.replace(text, otherwise)));
    }
}
