package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A change of the protocol goes its whole way: written, refused, mended, tried out, replayed, approved by somebody else. */
@LiveClinic
class ProtocolIT {

    private static final double PATIENCE_MILLIS = 60_000;
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

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
    void anOwnerWritesAndAClinicalLeadApproves() {
        var owner = person(1440, ColorScheme.LIGHT).signIn("owner@demo.test");
        owner.go("admin/protocol").checkBarriers("items");
        picture(owner, "protocol-items");
        owner.button("Start a draft").click();
        owner.page().waitForURL(Pattern.compile(".*version=\\d+.*"));
        owner.settle();
        owner.checkBarriers("the form of an item");
        picture(owner, "protocol-form");
        owner.button("Add a safety rule").click();
        assertThat(owner.button("Keep it")).isVisible();
        owner.checkBarriers("the form of a rule");
        picture(owner, "protocol-form-rule");
        int draft = Integer.parseInt(owner.page().url().replaceAll(".*version=(\\d+).*", "$1"));

        tab(owner, "Text");
        var text = owner.page().getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Text of draft " + draft));
        var written = text.inputValue();
        text.fill(written.replace("title: Drink water", "title: Flush it all out"));
        assertThat(owner.text("1 problem to fix before it can be approved").first())
                .isVisible();
        owner.checkBarriers("text with a problem");
        picture(owner, "protocol-draft");
        owner.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^Line \\d+.*hydrate")))
                .click();
        assertThat(text).isFocused();

        text.fill(written.replace("title: Drink water", "title: Drink some water"));
        assertThat(owner.text("Nothing to fix").first()).isVisible();

        owner.go("admin/protocol?view=items&item=hydrate&version=" + draft);
        var title = owner.page().getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Title"));
        assertThat(title).hasValue("Drink some water");
        title.fill("Drink water often");
        title.press("Tab");
        assertThat(owner.page().locator(".item-editor .diff")).containsText("Drink water often");
        owner.button("Undo").click();
        assertThat(title).hasValue("Drink some water");

        tab(owner, "Changes");
        assertThat(owner.text("Drink some water").first()).isVisible();
        owner.checkBarriers("changes");
        picture(owner, "protocol-changes");

        tab(owner, "Try it out");
        assertThat(owner.text("1 difference from version 1").first()).isVisible();
        owner.button("Ask what the plan would be").click();
        assertThat(owner.button("Ask what the plan would be")).hasCount(0);
        owner.checkBarriers("try it out");
        picture(owner, "protocol-try");

        tab(owner, "Replay");
        owner.button("Run the replay").click();
        assertThat(owner.text("notes were looked at").first()).isVisible();
        assertThat(owner.text("Counts only. A clinical lead sees the visits behind them."))
                .isVisible();
        owner.checkBarriers("replay");
        picture(owner, "protocol-replay");
        assertThat(owner.button("Approve draft " + draft)).hasCount(0);

        for (var view : List.of("tables", "versions")) {
            owner.go("admin/protocol?view=" + view).checkBarriers(view);
            picture(owner, "protocol-" + view);
        }

        var lead = person(1440, ColorScheme.DARK).signIn("priya@demo.test");
        lead.go("admin/protocol?view=difference&version=" + draft);
        lead.checkBarriers("changes, dark");
        picture(lead, "protocol-changes-dark");
        lead.go("admin/protocol?view=overrides").checkBarriers("overrides");
        picture(lead, "protocol-overrides");
        lead.go("admin/protocol?view=replay&version=" + draft);
        lead.button("Approve draft " + draft).click();
        assertThat(lead.text("draft " + draft + " is in force now").first()).isVisible();
        lead.go("admin/protocol?view=versions");
        assertThat(lead.button("Bring it back: version 1")).isVisible();
        picture(lead, "protocol-versions-dark");

        var phone = person(360, ColorScheme.LIGHT).signIn("therapist@demo.test");
        phone.go("admin/protocol").checkBarriers("items on a phone");
        assertThat(phone.text("version " + draft).first()).isVisible();
        picture(phone, "protocol-items-phone");
        phone.go("admin/protocol?view=try").checkBarriers("try on a phone");
        picture(phone, "protocol-try-phone");
        var narrow = person(360, ColorScheme.DARK).signIn("owner@demo.test");
        narrow.go("admin/protocol");
        narrow.button("Start a draft").click();
        narrow.page().waitForURL(Pattern.compile(".*version=\\d+.*"));
        narrow.checkBarriers("the form on a phone, dark");
        picture(narrow, "protocol-form-phone-dark");
        narrow.go("admin/protocol?view=tables").checkBarriers("tables on a phone, dark");
        picture(narrow, "protocol-tables-phone-dark");

        for (var person : List.of(owner, lead, phone, narrow)) {
            assertThat(person.barriers()).as("what axe finds").isEmpty();
            assertThat(person.mishaps()).as("script errors").isEmpty();
            person.leave();
        }
    }

    private static void tab(Person person, String name) {
        Locator tabs = person.page().locator(".protocol-tabs");
        tabs.getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
        person.settle();
    }

    private static void picture(Person person, String name) {
        person.settle();
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private Person person(int width, ColorScheme scheme) {
        return new Person(chromium.browser(), "http://127.0.0.1:" + port, width, width > 600 ? 900 : 780, scheme);
    }
}
