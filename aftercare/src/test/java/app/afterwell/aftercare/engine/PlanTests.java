package app.afterwell.aftercare.engine;

import static app.afterwell.domain.Finding.*;
import static app.afterwell.domain.Region.*;
import static app.afterwell.domain.Side.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.Condition;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Technique;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTests {

    @Test
    void decidesTheExampleOfTheApi() {
        var session = Given.session()
                .minutes(90)
                .pressure(4)
                .technique(Technique.DEEP_TISSUE)
                .area(HAMSTRINGS, LEFT, TIGHTNESS)
                .pain(6, 3)
                .goal(app.afterwell.domain.Goal.TRAINING_RECOVERY)
                .pick("physio-ball-drape")
                .build();
        var safety = Given.profile(
                Given.at(Condition.ANTICOAGULANTS), Given.at(Condition.RECENT_SURGERY, Given.area(KNEE, LEFT)));
        var history = new History(2, List.of(new History.PastVisit(7, 60, 4, 7, 4, 20, Outcome.AS_EXPECTED)));

        var plan = ClinicProtocol.NOT_APPROVED.plan(session, safety, history);
        System.out.println(plan.toString()
                .replace("], PlanItem", "],\n PlanItem")
                .replace("WithheldItem", "\n WithheldItem")
                .replace("ReviewItem", "\n ReviewItem")
                .replace("Prompt[", "\n Prompt["));
        plan = ClinicProtocol.APPROVED.plan(session, safety, history);
        System.out.println(plan.toString()
                .replace("], PlanItem", "],\n PlanItem")
                .replace("WithheldItem", "\n WithheldItem")
                .replace("ReviewItem", "\n ReviewItem")
                .replace("Prompt[", "\n Prompt["));

        assertThat(plan.withheld()).extracting(PlanResult.WithheldItem::item).contains("foam-roll-hamstrings");
    }
}
