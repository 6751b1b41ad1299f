package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the desk does all day, with mouse and keys. */
@LiveClinic
class DeskIT {

    private static final Logger LOG = LoggerFactory.getLogger(DeskIT.class);
    private static final Integer LOCKED = 423;
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String QUIET_DAY = "desk?location=riverside&date=2027-01-13";

    /**
     * The board gets its day again, as it does for a change elsewhere; whether the next key finds what it was meant for,
     * though the browser has not come to drawing yet.
     */
    private static final String DRAWN_ANEW = """
            async () => {
              const calendar = document.querySelector('af-calendar');
              const carried = document.activeElement.dataset.entry;
              const draw = window.requestAnimationFrame;
              const drawings = [];
              window.requestAnimationFrame = drawing => drawings.push(drawing);
              calendar.day = {...calendar.day, entries: [...calendar.entries.values()]};
              await new Promise(next => setTimeout(next));
              const found = document.activeElement.dataset.entry;
              window.requestAnimationFrame = draw;
              drawings.forEach(drawing => draw(drawing));
              return carried !== undefined && found === carried;
            }
            """;

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

    @AfterEach
    void leave() {
        people.forEach(Person::leave);
    }

    @Test
    void aKnownClientIsBookedWithTheKeyboardAloneInThreeInteractions() {
        var desk = desk(1440).go(QUIET_DAY);
        focusFreeSlot(desk);
        int interactions = 0;
        desk.page().keyboard().press("Enter");
        interactions++;
        typeClient(desk, "ruth calla");
        interactions++;
        assertThat(desk.page().getByRole(AriaRole.BUTTON, byName("Book Ruth.*")))
                .isVisible();
        desk.page().keyboard().press("Enter");
        interactions++;
        assertThat(desk.text("Ruth Callaghan booked at").first()).isVisible();
        assertThat(interactions).isLessThanOrEqualTo(3);
        desk.page().keyboard().press("Control+z");
        assertThat(desk.text("Booking of Ruth Callaghan taken back").first()).isVisible();
        clean();
    }

    @Test
    void whatWasBookedComesIntoSight() {
        var desk = desk(1440);
        desk.page().setViewportSize(1440, 480);
        desk.go(QUIET_DAY).settle();
        desk.page().waitForFunction("""
                () => {
                  const board = document.querySelector('af-calendar:has(.af-slot) .ec-main');
                  if (!board) return false;
                  board.scrollTop = board.scrollHeight;
                  return board.scrollTop > 300;
                }
                """);
        desk.button("Book").click();
        typeClient(desk, "ruth calla");
        assertThat(desk.page().getByRole(AriaRole.BUTTON, byName("Book Ruth.*")))
                .isVisible();
        desk.page().keyboard().press("Enter");
        assertThat(desk.text("Ruth Callaghan booked at").first()).isVisible();
        assertThat(visit(desk)).isInViewport();
        desk.page().keyboard().press("Control+z");
        assertThat(desk.text("Booking of Ruth Callaghan taken back").first()).isVisible();
        clean();
    }

    @Test
    void aVisitIsDraggedAndTakenBackAndMovedByKeys() {
        var desk = desk(1440).go(QUIET_DAY);
        bookRuth(desk);
        var visit = visit(desk);
        var before = visit.boundingBox();
        var mouse = desk.page().mouse();
        mouse.move(before.x + before.width / 2, before.y + 12);
        mouse.down();
        mouse.move(before.x + before.width / 2, before.y + 30, new MoveOptions().setSteps(4));
        mouse.move(before.x + before.width / 2, before.y + 12 + 72, new MoveOptions().setSteps(8));
        mouse.up();
        assertThat(desk.text("Ruth Callaghan moved to").first()).isVisible();
        desk.button("Undo").click();
        assertThat(desk.text("Ruth Callaghan is back at").first()).isVisible();
        desk.settle();
        assertThat(Math.abs(visit(desk).boundingBox().y - before.y)).isLessThan(4);

        visit(desk).focus();
        desk.page().keyboard().press("m");
        desk.page().keyboard().press("ArrowDown");
        assertThat(desk.page().locator("af-calendar > .sr"))
                .containsText(Pattern.compile("\\d\\d:\\d\\d to \\d\\d:\\d\\d"));
        desk.page().keyboard().press("Enter");
        assertThat(desk.text("Ruth Callaghan moved to").first()).isVisible();
        desk.settle();
        visit(desk).focus();
        desk.page().keyboard().press("m");
        assertThat(desk.page().evaluate(DRAWN_ANEW))
                .as("the visit has the focus at the next key when a change elsewhere has come")
                .isEqualTo(true);
        desk.page().keyboard().press("Shift+ArrowDown");
        desk.page().keyboard().press("Enter");
        assertThat(desk.text("Ruth Callaghan now ends at").first()).isVisible();
        cancel(desk);
        clean();
    }

    @Test
    void twoDesksSeeEachOthersChanges() {
        var one = desk(1440).go(QUIET_DAY);
        var other = desk(1440).go(QUIET_DAY);
        focusFreeSlot(one);
        one.page().keyboard().press("Enter");
        typeClient(one, "ruth calla");
        assertThat(one.page().getByRole(AriaRole.BUTTON, byName("Book Ruth.*"))).isVisible();
        long started = System.nanoTime();
        one.page().keyboard().press("Enter");
        visit(other).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        LOG.info(
                "From Enter at one desk to the visit on the other's board: {} ms",
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        assertThat(visit(other)).isVisible();
        cancel(one);
        assertThat(visit(other)).hasCount(0);
        clean();
    }

    @Test
    void roomsAWeekAndTheSearchAreFreeOfBarriers() {
        var desk = desk(1024).go("desk").checkBarriers("board at 1024");
        assertThat(desk.page().evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        desk.go("desk?view=rooms").checkBarriers("rooms");
        desk.go("desk?view=week").checkBarriers("week");
        assertThat(desk.page()
                        .locator(".ec-col-head")
                        .filter(new Locator.FilterOptions().setHasText("Tue 24"))
                        .first())
                .isVisible();
        desk.page().keyboard().press("Control+k");
        var dialog = desk.page().getByRole(AriaRole.DIALOG);
        typeClient(desk, "callahgan");
        assertThat(dialog.getByRole(AriaRole.OPTION)
                        .filter(new Locator.FilterOptions().setHasText("Ruth Callaghan"))
                        .first())
                .isVisible();
        desk.checkBarriers("search");
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL(Pattern.compile(".*/clients/.*"));

        var phone = desk(360).go("desk");
        assertThat(phone.page().locator("af-calendar .af-list button").first()).isVisible();
        phone.checkBarriers("board on a phone");
        clean();
    }

    @Test
    void aLockedScreenKeepsWhatWasTypedAndGivesNothingAway() {
        var desk = desk(1440).go("clients");
        desk.page().keyboard().press("Control+k");
        typeClient(desk, "Ruth");
        desk.settle();
        desk.page().keyboard().press("Alt+Shift+L");
        var password = desk.page().getByLabel("Your password");
        assertThat(password).isVisible();
        assertThat(desk.page().locator("main h1")).not().isVisible();
        // The curtain falls at once; the server is told when what was typed has been sent.
        Awaitility.await()
                .atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
                .until(() -> status(desk, "lock/use"), LOCKED::equals);
        assertThat(status(desk, "?v-r=uidl&v-uiId=0")).isEqualTo(LOCKED);
        desk.checkBarriers("lock");
        password.fill("guess");
        desk.button("Unlock").click();
        assertThat(desk.text("That is not your password.")).isVisible();
        password.fill(Person.PASSWORD);
        password.press("Enter");
        assertThat(password).not().isVisible();
        assertThat(desk.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX))
                .hasValue("Ruth");

        desk.page().evaluate("() => fetch('lock', {method: 'POST'})");
        desk.page().navigate(desk.page().url());
        assertThat(desk.page().getByLabel("Your password")).isVisible();
        desk.page().getByLabel("Your password").fill(Person.PASSWORD);
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL(Pattern.compile(".*/clients"));
        clean();
    }

    private static Object status(Person person, String path) {
        return person.page()
                .evaluate("path => fetch(path, {method: 'POST', body: '{}'}).then(answer => answer.status)", path);
    }

    @Test
    void privacyModeStaysOnFromPageToPage() {
        var desk = desk(1440).go("desk");
        desk.page().keyboard().press("Alt+Shift+H");
        assertThat(hidden(desk, ".ec-event-title .private")).isTrue();
        desk.go("clients");
        assertThat(hidden(desk, ".client-list .private")).isTrue();
        desk.page().keyboard().press("Alt+Shift+H");
        assertThat(hidden(desk, ".client-list .private")).isFalse();
        clean();
    }

    private static boolean hidden(Person person, String selector) {
        person.page().locator(selector).first().waitFor();
        return person.page()
                .evaluate("s => getComputedStyle(document.querySelector(s)).color", selector)
                .toString()
                .endsWith(", 0)");
    }

    /** Puts the keyboard's cursor on a slot with three free hours that somebody works in. */
    private static void focusFreeSlot(Person desk) {
        desk.settle();
        desk.page().waitForFunction("""
                () => {
                  const calendar = document.querySelector('af-calendar');
                  const day = calendar && calendar.day;
                  if (!day || !calendar.querySelector('.af-slot')) return false;
                  const millis = wall => Date.parse(wall + ':00Z');
                  const wall = at => new Date(at).toISOString().slice(0, 16);
                  for (const column of day.columns) {
                    const busy = [...day.shades, ...day.entries].filter(e => e.column === column.id);
                    for (let at = millis(day.date + 'T' + day.from); at < millis(day.date + 'T21:00'); at += 15 * 60000) {
                      const start = wall(at);
                      const end = wall(at + 180 * 60000);
                      if (end <= day.date + 'T' + day.to && busy.every(e => e.end <= start || e.start >= end)) {
                        calendar.focusSlot(column.id, wall(at + 15 * 60000));
                        return true;
                      }
                    }
                  }
                  return false;
                }
                """);
        desk.page().waitForFunction("() => document.activeElement?.classList.contains('af-slot')");
    }

    private static void typeClient(Person desk, String typed) {
        desk.page()
                .waitForFunction(
                        "() => document.activeElement?.tagName === 'INPUT' && document.activeElement.getAttribute('role') === 'combobox'");
        desk.page().keyboard().type(typed);
    }

    private static void bookRuth(Person desk) {
        focusFreeSlot(desk);
        desk.page().keyboard().press("Enter");
        typeClient(desk, "ruth calla");
        assertThat(desk.page().getByRole(AriaRole.BUTTON, byName("Book Ruth.*")))
                .isVisible();
        desk.page().keyboard().press("Enter");
        assertThat(visit(desk)).isVisible();
        desk.settle();
    }

    private static void cancel(Person desk) {
        desk.settle();
        visit(desk).focus();
        desk.page().keyboard().press("Enter");
        desk.button("Cancel visit").click();
        desk.button("Booked by mistake").or(desk.button("Client asked")).first().click();
        assertThat(visit(desk)).hasCount(0);
    }

    private static Locator visit(Person desk) {
        return desk.page().locator(".ec-event").filter(new Locator.FilterOptions().setHasText("Ruth Callaghan"));
    }

    private static Page.GetByRoleOptions byName(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    private void clean() {
        assertThat(people).flatExtracting(Person::barriers).as("what axe finds").isEmpty();
        assertThat(people).flatExtracting(Person::mishaps).as("script errors").isEmpty();
    }

    private Person desk(int width) {
        var person = new Person(
                chromium.browser(), "http://127.0.0.1:" + port, width, width < 500 ? 780 : 900, ColorScheme.LIGHT);
        people.add(person);
        return person.signIn("desk@demo.test");
    }
}
