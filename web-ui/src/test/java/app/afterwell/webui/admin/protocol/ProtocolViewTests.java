package app.afterwell.webui.admin.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolStatus;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.components.TextEditor;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.TestActor;

class ProtocolViewTests extends VisitPages {

    private static final TestActor LEAD = TestActor.clinicalLead(PractitionerId.next());
    private static final TestActor OWNER = TestActor.owner();

    @Autowired
    ProtocolDrafts drafts;

    @Autowired
    Protocols protocols;

    @Autowired
    JdbcClient jdbc;

    /** The clinic is shared with other tests, which know one version of the protocol. */
    @AfterEach
    void backToVersionOne() {
        if (protocols.inForce().version() != 1) {
            LEAD.run(() -> protocols.rollBack(1, "The test is over"));
        }
        jdbc.sql("delete from protocol_proposal").update();
        jdbc.sql("delete from protocol_step").update();
        jdbc.sql("delete from protocol_version where number > 1").update();
    }

    @Test
    void everybodyOfTheStaffReadsTheItemsWithTheirRulesInWords() {
        for (var who : new TestActor[] {desk, therapist, OWNER}) {
            open(who, "view=items&item=moist-heat");
            assertThat(textOf(find(ItemDetail.class).single()))
                    .contains("Use gentle, moist warmth")
                    .contains("when there was tightness or guarding")
                    .contains("when intake says reduced sensation or acute injury")
                    .contains("absolute")
                    .contains("Adds: Never put warmth on your belly")
                    .contains("on one area it goes before")
                    .contains("Soreness After a Massage");
        }
    }

    @Test
    void aClientDoesNotGetThere() {
        signIn(TestActor.client(ClientId.next()));
        UI.getCurrent().navigate("admin/protocol");
        assertThat(find(ProtocolView.class).exists()).isFalse();
    }

    @Test
    void onlyOwnersAndLeadsAreOfferedToChangeAnything() {
        open(desk, "");
        assertThat(tabs()).containsExactly("Items", "Signs and tables", "Versions");
        assertThat(find(Button.class).withText("Start a draft").exists()).isFalse();
        assertThat(find(TextArea.class).exists()).isFalse();

        open(therapist, "");
        assertThat(tabs()).containsExactly("Items", "Signs and tables", "Changes", "Try it out", "Versions");
        assertThat(find(Button.class).withText("Start a draft").exists()).isFalse();

        open(OWNER, "");
        assertThat(tabs())
                .containsExactly("Items", "Signs and tables", "Text", "Changes", "Try it out", "Replay", "Versions");
        open(LEAD, "");
        assertThat(tabs()).endsWith("Versions", "Overrides");
        open(therapist, "view=draft");
        assertThat(find(DraftPanel.class).exists()).isFalse();
        assertThat(find(ItemsPanel.class).exists()).isTrue();
    }

    @Test
    void findsItemsByAnyWordOfTheirRules() {
        open(therapist, "");
        TextField search = find(TextField.class).withLabel("Find an item").single();
        search.setValue("vertigo");
        assertThat(textOf(find(ItemsPanel.class).single()))
                .contains("Rest over a large exercise ball")
                .contains("Rest the base of your skull")
                .doesNotContain("Drink water");
        search.setValue("nothing of this kind");
        assertThat(textOf(find(ItemsPanel.class).single())).contains("Nothing fits");
    }

    @Test
    void showsEveryConditionTheTriageAndTheBandAsData() {
        open(desk, "view=tables");
        assertThat(textOf(find(TablesPanel.class).single()))
                .contains("Osteoporosis")
                .contains("Allergy: latex")
                .contains("the client reports fainting")
                .contains("Call emergency services now.")
                .contains("72 h")
                .contains("At most 3 tools at once");
    }

    @Test
    void anOwnerWritesADraftAndALeadApprovesIt() {
        open(OWNER, "");
        test(find(Button.class).withText("Start a draft").single()).click();
        var draft = latest();
        assertThat(draft.status()).isEqualTo(ProtocolStatus.DRAFT);
        assertThat(find(ItemEditor.class).exists()).isTrue();
        open(OWNER, "view=draft&version=" + draft.number());
        assertThat(find(DraftPanel.class).exists()).isTrue();

        type(text(draft).replace("title: Drink water", "title: Flush it all out"));
        assertThat(textOf(find(DraftPanel.class).single())).contains("1 problem to fix", "flush", "Line ");
        assertThat(textOf(find(Head.class).single())).contains("1 to fix", "Fix 1 problem");

        type(text(latest()).replace("title: Flush it all out", "title: Drink some water"));
        assertThat(textOf(find(DraftPanel.class).single())).contains("Nothing to fix");
        assertThat(textOf(find(Head.class).single())).contains("nothing to fix", "not with this text", "Try it out");

        open(OWNER, "view=difference&version=" + draft.number());
        assertThat(textOf(find(DifferencePanel.class).single()))
                .contains("Drink some water", "Drink water", "1 part differs from version 1");

        open(OWNER, "view=try&version=" + draft.number());
        assertThat(textOf(find(TryPanel.class).single())).contains("1 difference from version 1", "in other words");
        assertThat(textOf(find(Head.class).single()))
                .as("an example that only stands there is nothing tried out")
                .contains("Tried outnot with this text");
        test(find(Button.class).withText("Ask what the plan would be").single()).click();
        assertThat(textOf(find(Head.class).single()))
                .contains("Tried out")
                .doesNotContain("Tried outnot with this text");
        assertThat(textOf(find(TryPanel.class).single())).doesNotContain("An example so far");
        OWNER.run(() -> drafts.replay(draft.number(), 12, looked -> true));

        open(OWNER, "view=items&version=" + draft.number());
        assertThat(find(Button.class)
                        .withText("Approve draft " + draft.number())
                        .exists())
                .isFalse();
        open(LEAD, "view=items&version=" + draft.number());
        assertThat(textOf(find(Head.class).single())).contains("you may approve it");
        test(find(Button.class).withText("Approve draft " + draft.number()).single())
                .click();
        assertThat(protocols.inForce().version()).isEqualTo(draft.number());

        open(LEAD, "view=versions");
        assertThat(textOf(find(VersionsPanel.class).single())).contains("Was in force", "approved");
        test(find(Button.class).withText("Bring it back").single()).click();
        test(find(Button.class).withText("Bring it back").all().getLast()).click();
        assertThat(find(TextArea.class).withLabel("Why").single().isInvalid()).isTrue();
        find(TextArea.class).withLabel("Why").single().setValue("Too wordy");
        test(find(Button.class).withText("Bring it back").all().getLast()).click();
        assertThat(protocols.inForce().version()).isEqualTo(1);
    }

    @Test
    void aFreshClinicApprovesWhatCameWithTheSoftware() {
        jdbc.sql("update protocol_version set status = 'DRAFT', approved_by = null, approved_by_name = null,"
                        + " approved_at = null, simulated_hash = null, replayed_hash = null")
                .update();
        open(OWNER, "");
        assertThat(textOf(find(Head.class).single()))
                .contains("Came with the software", "not with this text", "Try it out");
        assertThat(find(Button.class).withText("Approve version 1").exists()).isFalse();
        open(LEAD, "view=draft");
        assertThat(textOf(find(ProtocolView.class).single())).contains("stays as it is");
        assertThat(find(Button.class).withText("Throw the draft away").exists()).isFalse();

        open(LEAD, "view=try");
        assertThat(textOf(find(Head.class).single())).doesNotContain("by Lea Lead");
        test(find(Button.class).withText("Ask what the plan would be").single()).click();
        assertThat(textOf(find(Head.class).single())).contains("by Lea Lead");
        LEAD.run(() -> drafts.replay(1, 12, looked -> true));
        open(LEAD, "");
        test(find(Button.class).withText("Approve version 1").single()).click();

        assertThat(protocols.inForce().approved()).isTrue();
        assertThat(textOf(find(Head.class).single())).contains("approved on", "Lea Lead");
    }

    @Test
    void aLeadWhoChangedItLastIsToldToAskAnother() {
        var draft = LEAD.call(() -> drafts.start(1));
        open(LEAD, "view=items&version=" + draft.number());
        assertThat(textOf(find(Head.class).single())).contains("you changed it last: another one");
        assertThat(find(Button.class)
                        .withText("Approve draft " + draft.number())
                        .exists())
                .isFalse();
    }

    @Test
    void twoWhoWriteOneDraftAreToldAndNothingIsLost() {
        var draft = OWNER.call(() -> drafts.start(1));
        open(OWNER, "view=draft&version=" + draft.number());
        LEAD.run(() -> drafts.save(draft.number(), draft.contentHash(), text(draft) + "\n# lead\n"));

        type(text(draft) + "\n# owner\n");

        assertThat(textOf(find(DraftPanel.class).single())).contains("Lea Lead has kept another text", "Not saved");
        assertThat(text(draft)).endsWith("# lead\n");
        test(find(Button.class).withText("Keep mine, over theirs").single()).click();
        assertThat(text(draft)).endsWith("# owner\n");

        LEAD.run(() -> drafts.save(draft.number(), latest().contentHash(), text(draft) + "# again\n"));
        type(text(draft) + "# mine\n");
        test(find(Button.class).withText("Take theirs, drop mine").single()).click();
        assertThat(find(TextEditor.class).single().getText()).endsWith("# again\n");
    }

    @Test
    void aDraftThatCannotBeReadKeepsItsTextAndNamesTheLine() {
        var draft = OWNER.call(() -> drafts.start(1));
        open(OWNER, "view=draft&version=" + draft.number());
        type(text(draft).replace("    minutes: 15\n", "    minutes: many\n"));

        assertThat(textOf(find(DraftPanel.class).single())).contains("1 problem to fix", "cannot be read");
        for (var view : new String[] {"items", "tables", "difference", "try", "replay"}) {
            open(OWNER, "view=" + view + "&version=" + draft.number());
            assertThat(textOf(find(ProtocolView.class).single())).contains("This draft cannot be read yet");
        }
        open(therapist, "view=items&version=" + draft.number());
        assertThat(textOf(find(ProtocolView.class).single())).contains("Somebody is writing it");
    }

    @Test
    void aDraftIsThrownAwayAndTakenBack() {
        var draft = OWNER.call(() -> drafts.start(1));
        open(OWNER, "view=draft&version=" + draft.number());
        test(find(Button.class).withText("Throw the draft away").single()).click();
        assertThat(latest().status()).isEqualTo(ProtocolStatus.DISCARDED);

        test(find(Button.class).withText("Take it back: make it a draft again").single())
                .click();
        assertThat(latest().status()).isEqualTo(ProtocolStatus.DRAFT);
        assertThat(find(DraftPanel.class).exists()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTriedSessionAnswersAtOnceWithBecause() {
        open(therapist, "view=try&version=1");
        assertThat(textOf(find(TryPanel.class).single())).contains("Roll the back of your thigh", "Because");

        var conditions = (MultiSelectComboBox<app.afterwell.domain.Condition>)
                find(MultiSelectComboBox.class).withLabel("Conditions").single();
        conditions.select(app.afterwell.domain.Condition.ANTICOAGULANTS);

        assertThat(textOf(find(TryPanel.class).single())).contains("Withheld 1", "blood thinner");
    }

    @Test
    void anItemIsChangedPartByPartAndTheTextFollows() {
        var draft = OWNER.call(() -> drafts.start(1));
        String shipped = text(draft);
        open(OWNER, "view=items&item=foam-roll-quads&version=" + draft.number());

        find(TextField.class).withLabel("Title").single().setValue("Flush the toxins out");
        assertThat(text(draft))
                .isEqualTo(shipped.replace("title: Roll the front of your thigh", "title: Flush the toxins out"));
        assertThat(find(TextField.class).withLabel("Title").single().isInvalid())
                .isTrue();
        assertThat(find(TextField.class).withLabel("Title").single().getErrorMessage())
                .contains("\"toxin\" may not reach a client");
        assertThat(textOf(find(Head.class).single())).contains("2 to fix");
        assertThat(textOf(find(ItemEditor.class).single()))
                .contains("Roll the front of your thigh", "Against version 1");

        test(find(Button.class).withText("Undo").single()).click();
        assertThat(text(draft)).isEqualTo(shipped);
        assertThat(find(TextField.class).withLabel("Title").single().getValue())
                .isEqualTo("Roll the front of your thigh");
        assertThat(find(TextField.class).withLabel("Title").single().isInvalid())
                .isFalse();

        find(TextField.class).withLabel("Title").single().setValue(" ");
        assertThat(text(draft)).as("nothing is kept of what cannot be").isEqualTo(shipped);
        assertThat(find(TextField.class).withLabel("Title").single().isInvalid())
                .isTrue();

        find(TextArea.class).withLabel("Step 2").single().setValue("Move slowly: about 2.5 cm a second.");
        assertThat(text(draft)).contains("      - \"Move slowly: about 2.5 cm a second.\"\n");
        test(find(Button.class).withAttribute("aria-label", "Remove step 2").single())
                .click();
        test(find(Button.class).withAttribute("aria-label", "Move step 2 up").single())
                .click();
        var steps = OWNER.call(() -> drafts.written(draft.number())).items().stream()
                .filter(item -> item.code().equals("foam-roll-quads"))
                .findFirst()
                .orElseThrow()
                .steps();
        assertThat(steps).hasSize(3);
        assertThat(steps.getFirst().text()).startsWith("On a tender spot");
    }

    @Test
    @SuppressWarnings("unchecked")
    void safetyRowsAreAddedChangedAndRemoved() {
        var draft = OWNER.call(() -> drafts.start(1));
        String shipped = text(draft);
        open(OWNER, "view=items&item=ball-release&version=" + draft.number());
        assertThat(textOf(find(ItemEditor.class).single())).contains("Shared rules (rolling), used by");

        test(find(Button.class).withText("Add a safety rule").single()).click();
        test(find(Button.class).withText("Keep it").single()).click();
        assertThat(find(TextField.class).withLabel("Name of the rule").single().isInvalid())
                .isTrue();
        assertThat(text(draft)).isEqualTo(shipped);
        find(TextField.class).withLabel("Name of the rule").single().setValue("Dizzy lying down");
        ((MultiSelectComboBox<String>)
                        find(MultiSelectComboBox.class).withLabel("One of").single())
                .select("VERTIGO");
        test(find(Button.class).withText("Keep it").single()).click();
        assertThat(text(draft))
                .contains(
                        "      - rule: dizzy-lying-down\n        effect: withhold\n        when: { condition: VERTIGO }\n");
        assertThat(textOf(find(ItemEditor.class).single())).contains("when intake says vertigo");

        test(find(Button.class)
                        .withAttribute("aria-label", "Remove the rule: latex free ball")
                        .single())
                .click();
        assertThat(text(draft)).doesNotContain("latex-free-ball");

        test(find(Button.class)
                        .withAttribute("aria-label", "Change the rule: varicose veins on the legs")
                        .single())
                .click();
        assertThat(textOf(find(ItemEditor.class).single())).contains("items that share the rule");
        find(TextField.class).withLabel("Name of the rule").single().setValue("Varicose veins");
        test(find(Button.class).withText("Keep it").single()).click();
        assertThat(text(draft))
                .contains("    - rule: varicose-veins\n      effect: withhold\n"
                        + "      when: { all: [{ condition: VARICOSE_VEINS }, { region: legs }] }\n")
                .contains("# A condition that is somewhere acts there");

        test(find(Button.class).withText("Give this item its own").single()).click();
        assertThat(textOf(find(ItemEditor.class).single())).doesNotContain("Shared rules");
        assertThat(OWNER.call(() -> drafts.written(draft.number())).items().stream()
                        .filter(item -> item.code().equals("ball-release"))
                        .findFirst()
                        .orElseThrow()
                        .safety())
                .hasSize(6);
    }

    @Test
    void aChangeElsewhereInTheDraftIsMergedAndOneHereAsksWhichStays() {
        var draft = OWNER.call(() -> drafts.start(1));
        open(OWNER, "view=items&item=hydrate&version=" + draft.number());
        LEAD.run(() -> drafts.save(
                draft.number(),
                latest().contentHash(),
                text(draft).replace("title: Roll your calf", "title: Roll the calf")));

        find(TextField.class).withLabel("Title").single().setValue("Drink some water");
        assertThat(text(draft)).contains("title: Roll the calf", "title: Drink some water");

        LEAD.run(() -> drafts.save(
                draft.number(),
                latest().contentHash(),
                text(draft).replace("title: Drink some water", "title: Drink more water")));
        find(TextField.class).withLabel("Title").single().setValue("Drink tea");
        assertThat(text(draft)).contains("title: Drink more water");
        assertThat(textOf(find(ItemEditor.class).single())).contains("Lea Lead has kept another text");
        test(find(Button.class).withText("Take theirs, drop mine").single()).click();
        assertThat(find(TextField.class).withLabel("Title").single().getValue()).isEqualTo("Drink more water");
    }

    @Test
    void onlyWritersOfADraftGetTheForm() {
        var draft = OWNER.call(() -> drafts.start(1));
        for (var who : new TestActor[] {desk, therapist}) {
            open(who, "view=items&version=" + draft.number());
            assertThat(find(ItemEditor.class).exists()).isFalse();
            assertThat(find(ItemDetail.class).exists()).isTrue();
        }
        open(OWNER, "view=items&version=1");
        assertThat(find(ItemEditor.class).exists()).isFalse();
    }

    @Test
    void aReplayCountsForTheOwnerAndNamesVisitsForTheLead() {
        var plan = signed();
        assertThat(plan.plan().id()).isNotNull();
        var draft = OWNER.call(() -> {
            var started = drafts.start(1);
            return drafts.save(
                    started.number(),
                    started.contentHash(),
                    text(started).replace("title: Drink water", "title: Drink some water"));
        });
        open(OWNER, "view=replay&version=" + draft.number());
        test(find(Button.class).withText("Run the replay").single()).click();
        awaitLive(() -> textOf(find(ReplayPanel.class).single()).contains("were looked at"));
        assertThat(textOf(find(ReplayPanel.class).single()))
                .contains("plans that would differ", "Drink some water", "Counts only")
                .doesNotContain("The visits behind it");

        open(LEAD, "view=replay&version=" + draft.number());
        assertThat(textOf(find(ReplayPanel.class).single())).contains("Last run");
        test(find(Button.class).withText("Run the replay").single()).click();
        awaitLive(() -> textOf(find(ReplayPanel.class).single()).contains("The visits behind it"));
        assertThat(find(Anchor.class)
                        .withCondition(link -> link.getHref().contains("sessions/" + visit))
                        .exists())
                .isTrue();
    }

    @Test
    void aTherapistProposesAndTheOwnerDealsWithIt() {
        open(therapist, "view=items&item=hydrate");
        test(find(Button.class).withText("Send the proposal").single()).click();
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        find(TextArea.class).single().setValue("Name herbal tea too.");
        test(find(Button.class).withText("Send the proposal").single()).click();

        open(OWNER, "view=versions");
        assertThat(textOf(find(VersionsPanel.class).single())).contains("Name herbal tea too.", "Theo Therapist");
        test(find(Button.class).withText("Dealt with").single()).click();
        assertThat(textOf(find(VersionsPanel.class).single())).contains("No proposals wait");
    }

    @Test
    void theLeadSeesOverridesOrThatThereAreNone() {
        open(LEAD, "view=overrides&months=1");
        assertThat(textOf(find(OverridesPanel.class).single()))
                .containsAnyOf("No overrides in this period", "was withheld");
    }

    private void open(TestActor who, String query) {
        signIn(who);
        UI.getCurrent().navigate("admin/protocol", QueryParameters.fromString(query));
        roundTrip();
    }

    private java.util.List<String> tabs() {
        return find(ProtocolView.class)
                .single()
                .getChildren()
                .filter(part -> part.hasClassName("protocol-tabs"))
                .flatMap(part -> descendants(part).filter(Anchor.class::isInstance))
                .map(link -> ((Anchor) link).getText())
                .toList();
    }

    private void type(String text) {
        var editor = find(TextEditor.class).single();
        ComponentUtil.fireEvent(editor, new TextEditor.TextChanged(editor, true, text));
    }

    private String text(ProtocolInfo version) {
        return OWNER.call(() -> drafts.text(version.number()));
    }

    private ProtocolInfo latest() {
        return OWNER.call(protocols::all).getFirst();
    }
}
