package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The note of a visit in somebody's browser; it counts what the person does. */
final class NotePage {

    static final String SUBJECTIVE = "S – what the client says";
    static final String OBJECTIVE = "O – what you find";

    private final Person person;
    private final String appointment;
    private int interactions;
    private boolean cut;

    NotePage(Person person, String appointment) {
        this.person = person;
        this.appointment = appointment;
    }

    NotePage open() {
        person.go("sessions/" + appointment);
        assertThat(keeper()).hasAttribute("state", "saved");
        return this;
    }

    /** As a therapist does it: the visit stands on the page of the day, and is one tap away. */
    NotePage openFromMyDay() {
        person.go("day?visit=" + appointment);
        tap(page().locator("a[href='sessions/" + appointment + "']").getByText("Open the note"));
        page().waitForURL("**/sessions/" + appointment);
        assertThat(keeper()).hasAttribute("state", "saved");
        return this;
    }

    /** The page's own clock goes on by so many milliseconds, with everything that is due in them. */
    NotePage later(long millis) {
        page().clock().runFor(millis);
        return this;
    }

    Page page() {
        return person.page();
    }

    /** How many taps and texts it took so far. */
    int interactions() {
        return interactions;
    }

    NotePage tap(Locator what) {
        interactions++;
        what.click();
        return settle();
    }

    /** Waits until the server has answered, if it can be reached. */
    private NotePage settle() {
        if (!cut) {
            person.settle();
        }
        return this;
    }

    /** Takes the network away, or gives it back. */
    NotePage cut(boolean off) {
        cut = off;
        page().context().setOffline(off);
        return this;
    }

    NotePage area(String name) {
        return tap(area(page(), name));
    }

    private static Locator area(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .and(page.locator("path"))
                // What is seen from the front and from the back stands on both figures.
                .first();
    }

    /** A chip of the area that is open. */
    NotePage chip(String name) {
        return tap(page().locator(".area-edit .chip").filter(new Locator.FilterOptions().setHasText(name)));
    }

    NotePage pressure(int level) {
        interactions++;
        page().getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(Pattern.compile("^" + level + " .*")))
                .check();
        return settle();
    }

    NotePage pain(String when, int score) {
        interactions++;
        page().getByRole(AriaRole.RADIOGROUP, new GetByRoleOptions().setName(Pattern.compile(when + ".*")))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions()
                                .setName(String.valueOf(score))
                                .setExact(true))
                .check();
        return settle();
    }

    Locator text(String label) {
        return page().getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    NotePage write(String label, String text) {
        interactions++;
        text(label).fill(text);
        return this;
    }

    /** Draws a line on the back, across so much of it. */
    NotePage draw(double fromX, double fromY, double toX, double toY) {
        interactions++;
        var box = page().locator("af-body-chart svg").nth(1).boundingBox();
        var mouse = page().mouse();
        mouse.move(box.x + box.width * fromX, box.y + box.height * fromY);
        mouse.down();
        for (int step = 1; step <= 10; step++) {
            mouse.move(
                    box.x + box.width * (fromX + (toX - fromX) * step / 10),
                    box.y + box.height * (fromY + (toY - fromY) * step / 10));
        }
        mouse.up();
        return this;
    }

    Locator keeper() {
        return page().locator("af-note-keeper");
    }

    /** Waits until the server has everything. */
    NotePage saved() {
        assertThat(keeper()).hasAttribute("state", "saved");
        person.settle();
        return this;
    }

    /** Waits until the page says that what was done is kept on this device only. */
    NotePage keptHere() {
        assertThat(keeper()).hasAttribute("state", "kept");
        assertThat(page().locator(".signbar .keeping")).isVisible();
        return this;
    }

    /** What this browser keeps of notes that are not sent. */
    String local() {
        return String.valueOf(page().evaluate("JSON.stringify(localStorage)"));
    }

    Locator signInOver() {
        return page().getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("You have been signed out"));
    }

    void signInAgain() {
        signInOver().getByLabel("Password").fill(Person.PASSWORD);
        signInOver()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in and go on"))
                .click();
        assertThat(signInOver()).not().isVisible();
    }
}
