package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An urgent answer rings at open pages; the task is worked through by keyboard, and a colleague's page follows. */
@LiveClinic
class TasksIT {

    private static final double PATIENCE_MILLIS = 30_000;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

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
    void anUrgentAnswerRingsAtTheDeskAndIsWorkedThroughByKeyboard() {
        var desk = person(1440, 900).signIn("desk@demo.test").go("tasks");
        var board = person(1440, 900).signIn("desk@demo.test");
        assertThat(board.page().getByText("Ring Ruth Callaghan")).hasCount(0);
        var client = person(390, 844).signIn("client@demo.test").go("portal/check-in");
        client.page().locator("input[name=pain][value='5']").check();
        client.page().locator("input[name=news][value=yes]").check();
        client.page().locator("input[name=symptom][value=NEW_NUMBNESS]").check();
        client.page().locator("button[type=submit]").click();

        assertThat(board.page().getByText("Ring Ruth Callaghan").first()).isVisible();
        var line = desk.page().locator("a.task").filter(new Locator.FilterOptions().setHasText("Ring Ruth Callaghan"));
        assertThat(line).isVisible();

        line.focus();
        line.press("Enter");
        assertThat(desk.page().getByRole(AriaRole.HEADING).filter(named("Ring Ruth Callaghan")))
                .isVisible();
        desk.checkBarriers("a task at the desk");
        var therapist = person(1440, 900)
                .signIn("therapist@demo.test")
                .go(desk.page().url().replaceFirst(".*?//[^/]+/", ""));
        var beside = therapist.page();
        assertThat(beside.getByText("Numbness").first()).isVisible();
        assertThat(desk.page().locator("main")).not().containsText(Pattern.compile("numb", Pattern.CASE_INSENSITIVE));
        beside.evaluate("() => { window.stayed = true; }");

        desk.page().keyboard().press("c");
        assertThat(desk.button("Give it back")).isVisible();
        assertThat(beside.locator(".task-top")).containsText(Pattern.compile(".* is on it since .*"));

        var comment = desk.page().getByLabel("Comment");
        comment.fill("The line is engaged.");
        desk.button("Add comment").focus();
        desk.page().keyboard().press("Enter");
        assertThat(beside.getByText("The line is engaged.").first()).isVisible();
        desk.page().locator(".task-top h2").focus();

        desk.page().keyboard().press("s");
        assertThat(desk.page().getByText(Pattern.compile("By the clock of the clinic.*")))
                .isVisible();
        desk.checkBarriers("putting a task aside");
        desk.button("Put it aside").focus();
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().getByText(Pattern.compile(".*put aside until.*")).first())
                .isVisible();
        assertThat(line).hasCount(0);
        desk.page().keyboard().press("Control+z");
        assertThat(line).isVisible();

        line.press("Enter");
        desk.settle();
        desk.page().keyboard().press("h");
        var to = desk.page().getByRole(AriaRole.COMBOBOX).last();
        to.fill("the therapists");
        to.press("Enter");
        desk.checkBarriers("handing a task over");
        desk.button("Hand it over").focus();
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().getByText("Handed over to the therapists.").first())
                .isVisible();
        assertThat(beside.locator(".task-top")).containsText("Handed over to the therapists.");

        var outcome = desk.page().getByRole(AriaRole.RADIO).filter(named("Reached; they will see a doctor"));
        desk.page().getByLabel("Reached; they will see a doctor").focus();
        desk.page().keyboard().press("Space");
        desk.settle();
        desk.button("Record and close").focus();
        desk.page().keyboard().press("Enter");
        assertThat(line).hasCount(0);
        assertThat(outcome).hasCount(0);
        assertThat(beside.getByText(Pattern.compile("Done by .*Reached; they will see a doctor.*"))
                        .first())
                .isVisible();
        assertThat(beside.evaluate("() => window.stayed"))
                .as("it was not loaded again")
                .isEqualTo(true);
        therapist.checkBarriers("a task that is done");

        var owner = person(1440, 900).signIn("owner@demo.test").checkBarriers("reports");
        assertThat(owner.page().getByText("What came of the aftercare").first()).isVisible();
        owner.go("tasks").checkBarriers("the owner's tasks");
        client.go("portal/account").checkBarriers("account");

        assertThat(people).flatExtracting(Person::barriers).as("what axe finds").isEmpty();
        assertThat(people).flatExtracting(Person::mishaps).as("script errors").isEmpty();
        people.forEach(Person::leave);
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
