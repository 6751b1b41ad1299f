package app.afterwell.webui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.plan.Basics;
import app.afterwell.aftercare.plan.GivenBasics;
import app.afterwell.aftercare.plan.Kept;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import app.afterwell.webui.shell.LiveUpdates;
import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import testsupport.MutableClock;
import testsupport.TestActor;

/** The pages by themselves, with the services played: no route is discovered, each page is put on the screen. */
@ViewPackages(packages = "app.afterwell.webui.audit")
class PortalPagesTests extends BrowserlessTest {

    private final Plans plans = mock(Plans.class);
    private final Basics basics = mock(Basics.class);
    private final Visits visits = mock(Visits.class);
    private final ClientDirectory directory = mock(ClientDirectory.class);
    private final LiveUpdates live = mock(LiveUpdates.class);
    private final Clock clock = new MutableClock(SamplePlans.NOW);
    private final PortalClient clients =
            new PortalClient(() -> Optional.of(TestActor.client(SamplePlans.CLIENT)), directory, visits, clock);

    @BeforeEach
    void setUp() {
        when(directory.cards(anyCollection())).thenReturn(Map.of(SamplePlans.CLIENT, SamplePlans.CARD));
        when(visits.ofClient(SamplePlans.CLIENT))
                .thenReturn(List.of(
                        SamplePlans.visit(Instant.parse("2026-12-01T10:30:00Z"), VisitStatus.CONFIRMED),
                        SamplePlans.visit(Instant.parse("2026-11-17T12:30:00Z"), VisitStatus.COMPLETED)));
        when(plans.current(SamplePlans.CLIENT)).thenReturn(Optional.of(SamplePlans.open()));
    }

    @Test
    void todayLeadsWithOneThingAndSaysWhy() {
        var page = today();
        assertThat(text(page))
                .contains(
                        "Today, Thursday",
                        "Two days after your massage",
                        "Stretch the back of your thigh, left side",
                        "Hold 30 to 60 seconds",
                        "First step.",
                        "On Tuesday Dana found the back of the left thigh tight.",
                        "Stop if it is sharp, tingling or numb.")
                .doesNotContain("Fourth step.");
        var timer = find(HoldTimer.class).single();
        assertThat(timer.getElement().getAttribute("seconds")).isEqualTo("30");
        assertThat(timer.getElement().getAttribute("holds")).isEqualTo("2");
    }

    @Test
    void theRestStandsBelowAndWhatIsLeftOutSaysWhy() {
        assertThat(text(today()))
                .contains(
                        "Take an easy walk",
                        "Drink water",
                        "Later: 2 more",
                        "Take a warm bath with Epsom salt",
                        "Left out for you: 1",
                        "You told us that you take a blood thinner.");
    }

    @Test
    void aQuestionThatWaitsIsShown() {
        assertThat(text(today())).contains("How do you feel now?", "Tell us");
    }

    @Test
    void theNextVisitIsShown() {
        assertThat(text(today())).contains("Your next visit", "December", "60 minutes with Dana, Mill Lane");
    }

    @Test
    void aTickIsKeptAtOnceAndCanBeTakenBack() {
        today();
        var tick = find(Tick.class).all().getFirst();
        tap(tick, true);
        verify(plans).tick(SamplePlans.PLAN, "stretch-hamstrings", 2, Kept.DONE);
        assertThat(text(UI.getCurrent())).contains("Done and kept");
        test(find(NativeButton.class).withText("Undo").single()).click();
        verify(plans).untick(SamplePlans.PLAN, "stretch-hamstrings", 2);
        assertThat(tick.input().getValue()).isFalse();
    }

    @Test
    void whatWasDoneInPartOrNotAtAllIsSaid() {
        today();
        test(find(NativeButton.class).withText("Partly").all().getFirst()).click();
        verify(plans).tick(SamplePlans.PLAN, "stretch-hamstrings", 2, Kept.PARTLY);
        assertThat(text(UI.getCurrent())).contains("Partly done; kept.");
        test(find(NativeButton.class).withText("Undo").single()).click();
        verify(plans).untick(SamplePlans.PLAN, "stretch-hamstrings", 2);
        test(find(NativeButton.class).withText("Not today").all().getFirst()).click();
        verify(plans).tick(SamplePlans.PLAN, "stretch-hamstrings", 2, Kept.NOT);
    }

    @Test
    void aTickThatCouldNotBeKeptSaysSo() {
        today();
        doThrow(new ConflictException("stale-version", "somebody else"))
                .when(plans)
                .tick(any(), any(), eq(2), any());
        var tick = find(Tick.class).all().getFirst();
        tap(tick, true);
        assertThat(tick.input().getValue()).isFalse();
        assertThat(text(UI.getCurrent())).contains("That was not kept. Please tap again.");
    }

    @Test
    void whatWasTickedBeforeIsTicked() {
        when(plans.current(SamplePlans.CLIENT)).thenReturn(Optional.of(SamplePlans.open(2)));
        today();
        assertThat(find(Tick.class).all())
                .extracting(tick -> tick.input().getValue())
                .containsExactly(false, true, false);
    }

    @Test
    void aPausedPlanOffersNothingToDo() {
        when(plans.current(SamplePlans.CLIENT)).thenReturn(Optional.of(SamplePlans.paused()));
        assertThat(text(today())).contains("Please do no exercises for now", "On hold since Thursday");
        assertThat(find(Tick.class).all()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPauseArrivesWithoutLoadingThePageAgain() {
        var page = today();
        ArgumentCaptor<SerializableConsumer<String>> changed = ArgumentCaptor.forClass(SerializableConsumer.class);
        verify(live)
                .subscribe(
                        ArgumentMatchers.same((Component) page),
                        eq(LiveUpdates.client(SamplePlans.CLIENT)),
                        changed.capture());
        when(plans.current(SamplePlans.CLIENT)).thenReturn(Optional.of(SamplePlans.paused()));
        changed.getValue().accept("client");
        assertThat(text(page)).contains("Please do no exercises for now");
    }

    @Test
    void withoutAPlanThePageSaysWhatComes() {
        when(plans.current(SamplePlans.CLIENT)).thenReturn(Optional.empty());
        when(plans.ofClient(SamplePlans.CLIENT)).thenReturn(List.of());
        assertThat(text(today())).contains("Nothing to do today", "After your visit, your plan comes here");
    }

    @Test
    void anItemHasItsOwnPageWithAllItsSteps() {
        var page = shown(new ItemView(plans, clients));
        page.show("stretch-hamstrings");
        assertThat(text(page))
                .contains(
                        "Fourth step.",
                        "Hold 30 to 60 seconds, 2 times on each side, every day. Until",
                        "Therapists have long used it",
                        "Walker");
        assertThat(find(HoldTimer.class).single().getElement().hasAttribute("big"))
                .isTrue();
    }

    @Test
    void anItemThatIsNotInThePlanIsNotThere() {
        var page = new ItemView(plans, clients);
        assertThatThrownBy(() -> page.show("vibration-plate")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theWholePlanNamesItsSources() {
        var page = shown(new PlanPage(plans, clients));
        assertThat(text(page)).contains("Your whole plan", "From Dana Whitfield", "Where this comes from", "Later");
    }

    @Test
    void asLongAsThePlanIsNotSignedTheBasicsAreThere() {
        when(plans.current(SamplePlans.CLIENT)).thenReturn(Optional.empty());
        when(basics.current(SamplePlans.CLIENT))
                .thenReturn(Optional.of(new GivenBasics(
                        AppointmentId.next(),
                        LocalDate.parse("2026-11-17"),
                        LocalDate.parse("2026-11-20"),
                        List.of(new PlanItem(
                                "hydrate",
                                "Drink water",
                                List.of("Have a glass now."),
                                "When you are thirsty",
                                List.of(0),
                                List.of(),
                                false,
                                List.of())))));
        assertThat(text(today())).contains("Until your plan is here", "Drink water", "Have a glass now.");
    }

    @Test
    void visitsStandByTime() {
        var page = shown(new AppointmentsView(visits, plans, clients, live, clock));
        assertThat(text(page)).contains("Next", "You confirmed it", "Earlier visits", "Deep tissue, 60 minutes");
        assertThat(find(H2.class).all().getFirst().getText()).contains("December");
    }

    private TodayView today() {
        return shown(new TodayView(plans, basics, visits, clients, live, clock));
    }

    private static <T extends Component> T shown(T page) {
        UI.getCurrent().add(page);
        return page;
    }

    private static void tap(Tick tick, boolean checked) {
        tick.input().getElement().setProperty("checked", checked);
        ComponentUtil.fireEvent(
                tick.input(), new ComponentValueChangeEvent<>(tick.input(), tick.input(), !checked, true));
    }

    private static String text(Component page) {
        return page.getElement().getTextRecursively();
    }
}
