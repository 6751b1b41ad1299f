package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.Kept;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.Plans;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the ticks of today's items and keeps them. */
class ItemTicks {

    /** What everybody gets; they need no timer and no warning. */
    private static final Set<String> BASICS =
            Set.of("rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist", "technique-care");

    private final Plans plans;
    private final Runnable kept;

    /** @param kept runs after a tick was kept or taken back */
    ItemTicks(Plans plans, Runnable kept) {
        this.plans = plans;
        this.kept = kept;
    }

    static boolean isBasic(PlanView.Item item) {
        return BASICS.contains(item.item());
    }

    /** How to reach the clinic stands on every page; it is nothing that one does and ticks. */
    static boolean canBeTicked(PlanView.Item item) {
        return canBeTicked(item.item());
    }

    static boolean canBeTicked(String item) {
        return !item.equals("ask-your-therapist");
    }

    /** The tick with its words, and beneath it what was kept. */
    Div wide(PlanView plan, PlanView.Item item, String text) {
        var line = new KeptLine();
        var tick = tick(plan, item, line).wide(text);
        var both = new Div(tick, line);
        both.addClassName("pt-stack-s");
        return both;
    }

    Tick tick(PlanView plan, PlanView.Item item, KeptLine line) {
        var state = item.kept().get(plan.today());
        var tick = new Tick(
                state == Kept.DONE,
                value -> {
                    keep(plan, item, value ? Kept.DONE : null);
                    kept.run();
                },
                line::show);
        line.of(
                tick,
                answer -> {
                    keep(plan, item, answer);
                    kept.run();
                },
                state);
        return tick;
    }

    private void keep(PlanView plan, PlanView.Item item, @Nullable Kept answer) {
        if (answer == null) {
            plans.untick(plan.id(), item.item(), plan.today());
        } else {
            plans.tick(plan.id(), item.item(), plan.today(), answer);
        }
    }
}
