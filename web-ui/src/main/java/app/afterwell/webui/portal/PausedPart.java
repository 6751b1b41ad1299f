package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.PlanState;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.PlanView.PauseCause;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** Says that the self-care is on hold, since when, and what to do meanwhile. */
class PausedPart extends Section {

    PausedPart(PlanView plan, When when) {
        addClassNames("pt-sheet", "pt-main", "pt-lead-state");
        getElement().setAttribute("aria-labelledby", "paused-title");
        var pause = plan.pause();
        var state = new Paragraph(
                PortalIcon.PAUSE.create(),
                new Span(
                        pause == null
                                ? getTranslation("portal.paused")
                                : getTranslation(
                                        "portal.paused.since", when.weekday(pause.since()), when.time(pause.since()))));
        state.addClassNames("pt-state", "pt-state-warn");
        var title = new H2(getTranslation("portal.paused.title"));
        title.addClassName("pt-lead-title");
        title.setId("paused-title");
        boolean told = pause == null || pause.cause() == PauseCause.CHECK_IN;
        var text = new Paragraph(getTranslation(
                told ? "portal.paused.checkIn" : "portal.paused.profile", Reasons.firstName(plan.practitionerName())));
        var buttons = new Div();
        buttons.addClassName("pt-btns");
        if (told) {
            plan.checkIns().reversed().stream()
                    .filter(question -> question.pain() != null)
                    .findFirst()
                    .ifPresent(answered -> buttons.add(PortalPage.plain(
                            "portal/check-in/" + answered.id(),
                            getTranslation("portal.paused.now"),
                            "pt-btn",
                            "pt-btn-primary")));
        }
        buttons.add(PortalPage.call(
                new Clinic(plan.locationName(), plan.locationPhone(), plan.country()),
                getTranslation("portal.help.clinic")));
        add(state, title, text, buttons);
    }

    /** Whether nothing of the plan may be done now. */
    static boolean stopsAll(PlanView plan) {
        return plan.state() == PlanState.PAUSED
                || (!plan.offered().isEmpty() && plan.offered().stream().allMatch(PlanView.Item::paused));
    }
}
