package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

@CareTest
class ProtocolOverridesTests {

    private static final TestActor LEAD = TestActor.clinicalLead(PractitionerId.next());

    @Autowired
    ProtocolOverrides overrides;

    @Autowired
    SessionNotes notes;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    Clock clock;

    @Test
    void listsWhatWasAddedAgainstARuleByRuleAndTherapist() {
        var visit = calendar.visitJustOver();
        forms.confirm(visit.clientId(), Condition.PREGNANCY);
        var plan = sign(visit, "She has done it for years.");
        var now = clock.instant();

        var found = LEAD.call(() -> overrides.list(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))));

        assertThat(found)
                .filteredOn(row -> row.plan().equals(plan))
                .extracting(
                        ProtocolOverrides.Override::rule,
                        ProtocolOverrides.Override::item,
                        ProtocolOverrides.Override::withheld,
                        ProtocolOverrides.Override::reason,
                        ProtocolOverrides.Override::appointment)
                .containsExactly(tuple(
                        "roller-rest-lengthwise.pregnancy",
                        "roller-rest-lengthwise",
                        true,
                        "She has done it for years.",
                        visit.appointment()));
        assertThat(LEAD.call(() -> overrides.visits(List.of(plan))))
                .singleElement()
                .satisfies(row -> assertThat(row.appointment()).isEqualTo(visit.appointment()));
        assertThat(LEAD.call(() -> overrides.list(now.minus(Duration.ofDays(3)), now.minus(Duration.ofDays(2)))))
                .noneMatch(row -> row.plan().equals(plan));
    }

    @Test
    void isForTheClinicalLeadOnly() {
        var now = clock.instant();
        for (var who : List.of(TestActor.owner(), TestActor.desk(), TestActor.therapist(PractitionerId.next()))) {
            assertThatThrownBy(() -> who.run(() -> overrides.list(now, now))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> who.run(() -> overrides.visits(List.of())))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private app.afterwell.domain.PlanId sign(Case visit, String reason) {
        return visit.therapist().call(() -> {
            var note = notes.save(new SaveDraft(
                    visit.appointment(),
                    0,
                    Clinic.draft(new WorkedArea(
                            new BodyArea(Region.UPPER_BACK, Side.MIDLINE),
                            Set.of(Finding.TIGHTNESS),
                            Set.of(),
                            null,
                            null))));
            var add = new Decision("roller-rest-lengthwise", null, Decision.Kind.ADD, reason);
            return notes.sign(new SignNote(
                            visit.appointment(), note.version(), note.preview().digest(), List.of(add)))
                    .plan()
                    .id();
        });
    }
}
