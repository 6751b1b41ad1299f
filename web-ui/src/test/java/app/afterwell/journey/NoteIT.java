package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import testsupport.MutableClock;

/** The note as a therapist writes it: in few steps, and never lost. */
@LiveClinic
class NoteIT {

    private static final double PATIENCE_MILLIS = 30_000;
    private static final int MOST_INTERACTIONS = 25;
    private static final long ONE_MINUTE_MILLIS = 60_000;

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

    /** Other journeys in the same clinic go on by hours; what is noted here is of that morning. */
    @BeforeEach
    void morning() {
        clock.set(LiveClinic.MORNING);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void nothingBroke() {
        people.forEach(Person::leave);
        assertThat(people).flatExtracting(Person::barriers).as("what axe finds").isEmpty();
        assertThat(people).flatExtracting(Person::mishaps).as("script errors").isEmpty();
    }

    @Test
    void aFullNoteTakesAtMost25Interactions() {
        var visit = arrived("Ruth Callaghan", 5);
        var therapist = therapist();
        var note = new NotePage(therapist, visit).openFromMyDay();
        for (var area : List.of("Hamstrings, left", "Hamstrings, right", "Calf, left", "Calf, right")) {
            note.area(area).chip("Tightness").chip("Swedish").pressure(2);
        }
        note.pain("Pain before", 6).pain("Pain after", 3).write(NotePage.SUBJECTIVE, "Tight since the walk on Sunday.");
        note.saved();
        var open = therapist
                .page()
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName(Pattern.compile("^Leave it out: .*")));
        while (open.count() > 0) {
            note.tap(open.first()).saved();
        }
        therapist.checkBarriers("full note");
        note.tap(therapist.button("Sign and send plan"));
        assertThat(therapist
                        .page()
                        .getByText(Pattern.compile("Signed by Maya Lindqvist.*"))
                        .first())
                .isVisible();

        assertThat(note.interactions()).as("interactions").isLessThanOrEqualTo(MOST_INTERACTIONS);
        try (var api = api()) {
            var stored = api.note(visit);
            assertThat(stored.get("status").asString()).isEqualTo("SIGNED");
            assertThat(stored.get("structured").get("areas")).hasSize(4);
        }
    }

    @Test
    void whatIsDoneOfflineIsKeptHereAndThenSent() {
        var visit = arrived("Ruth Callaghan", 10);
        var therapist = therapist();
        therapist.page().clock().install();
        var note = new NotePage(therapist, visit).open();
        note.write(NotePage.SUBJECTIVE, "Before the tunnel.").saved();
        note.tap(therapist.button("Pen"));

        note.cut(true)
                .write(NotePage.SUBJECTIVE, "Before the tunnel. In the tunnel.")
                .keptHere()
                .later(ONE_MINUTE_MILLIS)
                .write(NotePage.OBJECTIVE, "Dark.")
                .pain("Pain before", 7)
                .draw(0.4, 0.3, 0.6, 0.35)
                .tap(therapist.button("Pen"))
                .area("Calf, left")
                .keptHere();
        assertThat(note.local()).contains("In the tunnel.", "Dark.", "pain/before", "stroke/", "area/CALVES LEFT");

        note.cut(false).saved();
        therapist.checkBarriers("note after the tunnel");
        assertThat(note.text(NotePage.SUBJECTIVE)).hasValue("Before the tunnel. In the tunnel.");
        assertThat(therapist.page().getByText("1 free mark on the back")).isVisible();
        assertThat(note.local()).doesNotContain("In the tunnel.");
        try (var api = api()) {
            assertThat(api.text(visit, "subjective")).isEqualTo("Before the tunnel. In the tunnel.");
            assertThat(api.text(visit, "objective")).isEqualTo("Dark.");
            var structured = api.note(visit).get("structured");
            assertThat(structured.get("painBefore").asInt()).isEqualTo(7);
            assertThat(structured.get("areas").get(0).get("region").asString()).isEqualTo("CALVES");
            assertThat(api.note(visit).get("copies")).isEmpty();
        }
        therapist.go("sessions/" + visit);
        assertThat(therapist.page().getByText("1 free mark on the back")).isVisible();
        note.tap(therapist.button("Undo")).saved();
        assertThat(therapist.page().getByText("1 free mark on the back")).not().isVisible();
    }

    @Test
    void twoDevicesLoseNothing() {
        var visit = arrived("Ruth Callaghan", 15);
        var tablet = new NotePage(therapist(), visit).open();
        var desk = new NotePage(therapist(), visit).open();

        tablet.write(NotePage.SUBJECTIVE, "From the tablet.").saved();
        desk.write(NotePage.OBJECTIVE, "From the desk.").saved();
        assertThat(desk.text(NotePage.SUBJECTIVE)).hasValue("From the tablet.");
        tablet.pain("Pain before", 5).saved();
        assertThat(tablet.text(NotePage.OBJECTIVE)).hasValue("From the desk.");

        desk.write(NotePage.SUBJECTIVE, "Desk again.").saved();
        tablet.write(NotePage.SUBJECTIVE, "Tablet again.").saved();
        assertThat(tablet.page()
                        .getByText(Pattern.compile(".*saved another text at.*"))
                        .first())
                .isVisible();
        assertThat(tablet.text(NotePage.SUBJECTIVE)).hasValue("Desk again.");
        try (var api = api()) {
            var note = api.note(visit);
            assertThat(note.get("text").get("subjective").asString()).isEqualTo("Desk again.");
            assertThat(note.get("text").get("objective").asString()).isEqualTo("From the desk.");
            assertThat(note.get("structured").get("painBefore").asInt()).isEqualTo(5);
            assertThat(note.get("copies").get(0).get("text").get("subjective").asString())
                    .isEqualTo("Tablet again.");
        }
    }

    @Test
    void whoeverIsSignedOutSignsInOverThePageAndGoesOn() {
        var visit = arrived("Ruth Callaghan", 20);
        var therapist = therapist();
        var note = new NotePage(therapist, visit).open();
        note.write(NotePage.SUBJECTIVE, "Signed in.").saved();

        therapist.page().context().clearCookies();
        note.write(NotePage.SUBJECTIVE, "Signed in. Signed out.");
        assertThat(note.signInOver()).isVisible();
        assertThat(note.text(NotePage.SUBJECTIVE)).hasValue("Signed in. Signed out.");
        therapist.checkBarriers("signed out over the note");
        note.signInOver().getByLabel("Password").fill("wrong");
        note.signInOver().getByLabel("Password").press("Enter");
        assertThat(note.signInOver().getByText(Pattern.compile("That password does not fit.*")))
                .isVisible();

        note.signInAgain();
        note.saved();
        assertThat(note.text(NotePage.SUBJECTIVE)).hasValue("Signed in. Signed out.");
        note.write(NotePage.OBJECTIVE, "And on.").saved();
        try (var api = api()) {
            assertThat(api.text(visit, "subjective")).isEqualTo("Signed in. Signed out.");
            assertThat(api.text(visit, "objective")).isEqualTo("And on.");
        }
    }

    @Test
    void decisionsAreStillThereAfterAReloadAndASlashPutsInASnippet() {
        var visit = arrived("Ruth Callaghan", 25);
        var therapist = therapist();
        var note = new NotePage(therapist, visit).open();
        note.area("Hamstrings, left")
                .chip("Tightness")
                .chip("Swedish")
                .pressure(2)
                .saved();
        note.tap(therapist
                .page()
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName(Pattern.compile("^Leave out: .*")))
                .first());
        note.saved();
        therapist.go("sessions/" + visit);
        assertThat(therapist.page().locator(".plan-item.dropped")).hasCount(1);

        note.tap(therapist.button("Snippets: type / in a text"));
        var dialog = therapist.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("slr");
        dialog.getByLabel("Text", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
                .fill("Straight leg raise to 70 degrees.");
        dialog.getByText("Add", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        therapist.settle().checkBarriers("snippets");
        dialog.getByText("Close", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        var objective = note.text(NotePage.OBJECTIVE);
        objective.pressSequentially("Tested: /sl");
        assertThat(therapist.page().getByRole(AriaRole.OPTION)).hasCount(2);
        objective.press("Enter");
        assertThat(objective).hasValue("Tested: Straight leg raise to 70 degrees.");
        note.saved();
        try (var api = api()) {
            assertThat(api.text(visit, "objective")).isEqualTo("Tested: Straight leg raise to 70 degrees.");
        }
    }

    private Person therapist() {
        var person = new Person(chromium.browser(), address(), 1180, 820, ColorScheme.LIGHT);
        people.add(person);
        return person.signIn("therapist@demo.test");
    }

    private String arrived(String client, int minutesLater) {
        try (var api = api()) {
            return api.arrived(client, LiveClinic.MORNING.plus(Duration.ofMinutes(minutesLater)));
        }
    }

    private ApiClinic api() {
        return new ApiClinic(address());
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
