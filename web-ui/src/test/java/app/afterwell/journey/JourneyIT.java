package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import testsupport.MutableClock;

/** The whole way, once: booked, here, treated, noted, signed, done at home, answered, owed. */
@LiveClinic
class JourneyIT {

    private static final double PATIENCE_MILLIS = 30_000;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private MutableClock clock;

    private final List<Person> people = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aVisitGoesTheWholeWayFromBookingToTheCallThatIsOwed() {
        var client = person(390, 844).signIn("client@demo.test").checkBarriers("portal");
        var desk = person(1440, 900).signIn("desk@demo.test").checkBarriers("desk");
        book(desk);
        arrive(desk);

        var therapist = person(1180, 820).signIn("therapist@demo.test").checkBarriers("day");
        openNote(therapist);
        write(therapist);
        sign(therapist);

        assertThat(client.page().getByText("The day of your massage")).isVisible();
        client.checkBarriers("portal with the new plan");
        tick(client);

        clock.advance(Duration.ofHours(7));
        checkIn(client);

        seesTheCall(desk, "desk");
        seesTheCall(therapist, "therapist");
        assertThat(people).flatExtracting(Person::barriers).as("what axe finds").isEmpty();
        assertThat(people).flatExtracting(Person::mishaps).as("script errors").isEmpty();
        people.forEach(Person::leave);
    }

    private static void book(Person desk) {
        desk.button("Book").click();
        var dialog = desk.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Client").first().fill("Ruth Call");
        dialog.getByRole(AriaRole.OPTION).filter(named("Ruth Callaghan")).click();
        assertThat(dialog.getByText("Take care: safety note on file.").first()).isVisible();
        var start = dialog.getByLabel("Start", new Locator.GetByLabelOptions().setExact(true));
        start.fill("15:45");
        start.press("Tab");
        desk.checkBarriers("booking");
        desk.button("Book Ruth, 15:45").click();
        assertThat(desk.text("Ruth Callaghan booked at 15:45 with Maya Lindqvist"))
                .isVisible();
    }

    private static void arrive(Person desk) {
        visit(desk).click();
        desk.button("Arrived").click();
        desk.settle();
        visit(desk).click();
        desk.checkBarriers("visit on the board");
        desk.button("Start the session").click();
        assertThat(desk.text("Ruth Callaghan, 15:45: in session")).isVisible();
    }

    private static Locator visit(Person desk) {
        return desk.page().locator(".ec-event").filter(named("Ruth Callaghan")).filter(named("15:45"));
    }

    private static void openNote(Person therapist) {
        therapist
                .page()
                .locator("ol.visits li")
                .filter(named("Ruth Callaghan"))
                .filter(named("15:45"))
                .locator("a")
                .click();
        assertThat(therapist.page()).hasURL(Pattern.compile(".*/day\\?visit=.*"));
        therapist.settle();
        var open = therapist
                .page()
                .getByText("Open the note", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true));
        open.first().click();
        therapist.page().waitForURL(Pattern.compile(".*/sessions/.*"));
        therapist.checkBarriers("session");
    }

    private static void write(Person therapist) {
        var page = therapist.page();
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Hamstrings, left").setExact(true))
                .click();
        therapist.settle();
        therapist.button("Tightness").click();
        therapist.settle();
        therapist.button("Myofascial release").click();
        therapist.settle();
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(Pattern.compile("^2 .*")))
                .first()
                .check();
        therapist.settle();
        pain(therapist, "Pain before", "6");
        pain(therapist, "Pain after", "3");
        page.getByLabel("S – what the client says", new GetByLabelOptions().setExact(true))
                .fill("Tight since the walk on Sunday.");
        therapist.settle();
        assertThat(page.getByText("Stretch the back of your thigh").first()).isVisible();
        assertThat(page.getByText("Withheld").first()).isVisible();
        therapist.checkBarriers("session with a plan");
    }

    private static void pain(Person therapist, String when, String score) {
        therapist
                .page()
                .getByRole(AriaRole.RADIOGROUP, new GetByRoleOptions().setName(Pattern.compile(when + ".*")))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(score).setExact(true))
                .check();
        therapist.settle();
    }

    private static void sign(Person therapist) {
        therapist.button("Sign and send plan").click();
        assertThat(therapist
                        .page()
                        .getByText(Pattern.compile("Signed by Maya Lindqvist.*"))
                        .first())
                .isVisible();
        therapist.checkBarriers("signed note");
    }

    private static void tick(Person client) {
        var tick = client.page().getByRole(AriaRole.CHECKBOX).first();
        tick.check();
        client.settle();
        assertThat(tick).isChecked();
        client.go("portal");
        assertThat(client.page().getByRole(AriaRole.CHECKBOX).first()).isChecked();
    }

    private static void checkIn(Person client) {
        client.go("portal/check-in").checkBarriers("check-in");
        var page = client.page();
        page.locator("input[name=pain][value='5']").check();
        page.locator("input[name=news][value=yes]").check();
        page.locator("input[name=symptom][value=NEW_NUMBNESS]").check();
        client.checkBarriers("check-in with a sign");
        page.locator("button[type=submit]").click();
        assertThat(page.getByText(Pattern.compile(".*doctor today.*")).first()).isVisible();
        client.checkBarriers("check-in, urgent");
    }

    private static void seesTheCall(Person person, String who) {
        person.go("tasks");
        assertThat(person.page().getByText("Ruth Callaghan").first()).isVisible();
        assertThat(person.text("Urgent, today")
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
        person.checkBarriers("tasks of the " + who);
    }

    private Person person(int width, int height) {
        var person = new Person(chromium.browser(), "http://127.0.0.1:" + port, width, height, ColorScheme.LIGHT);
        people.add(person);
        return person;
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
