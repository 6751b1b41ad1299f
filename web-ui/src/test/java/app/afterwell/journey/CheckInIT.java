package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.checkin.CheckInLinks;
import app.afterwell.domain.CheckInId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.MutableClock;

/** A client answers from the link in a message, on a phone. */
@LiveClinic
class CheckInIT {

    private static final Logger LOG = LoggerFactory.getLogger(CheckInIT.class);

    private static final int MOST_TAPS = 3;

    /** Notes when one more urgent task is on the page. */
    private static final String WATCH = """
        () => {
          const urgent = () => document.querySelectorAll('a.task.urgent').length;
          const before = urgent();
          window.stayed = true;
          window.rung = 0;
          new MutationObserver(() => {
            if (!window.rung && urgent() > before) window.rung = Date.now();
          }).observe(document.body, { childList: true, subtree: true });
        }
        """;

    private static final String NOTE_THE_TAP = """
        () => document.querySelector('button[type=submit]')
            .addEventListener('click', () => { sessionStorage.tapped = Date.now(); }, true)
        """;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private MutableClock clock;

    @Autowired
    private CheckInLinks links;

    @Autowired
    private JdbcClient sql;

    private final List<Person> people = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aClientAnswersFromTheMessageInAtMostThreeTaps() {
        var client = person(360, 780);
        // The first tap is on the number in the message, which leads here.
        int taps = 1;
        client.go("check-in/" + link() + "?pain=4");
        assertThat(client.page().locator("input[name=pain][value='4']")).isChecked();
        client.checkBarriers("check-in from a message");
        taps += tap(client.page().locator("button[type=submit]"));
        assertThat(client.page().getByText(Pattern.compile("Sent to .*")).first())
                .isVisible();
        assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
        clean();
    }

    @Test
    void anEmergencyIsMetWithHelpFirstAndRingsAtTheDesk() {
        var desk = person(1440, 900).signIn("desk@demo.test").go("tasks");
        var board = person(1440, 900).signIn("desk@demo.test");
        var client = person(360, 780);
        client.go("check-in/" + link());
        var page = client.page();
        tap(page.locator("input[name=news][value=yes]"));
        tap(page.locator("input[name=symptom][value=CHEST_PAIN]"));
        assertThat(page.locator(".pt-call-now a[href^='tel:']")).isVisible();
        client.checkBarriers("check-in with an emergency sign");
        desk.page().evaluate(WATCH);
        page.evaluate(NOTE_THE_TAP);
        tap(page.locator("button[type=submit]"));
        assertThat(page.locator("a[href^='tel:']").first()).isVisible();
        assertThat(page.locator("h1")).containsText(Pattern.compile("Call .* now"));
        desk.page().waitForFunction("() => window.rung > 0");
        // Both browsers go by the clock of this machine.
        long waited = number(desk, "() => window.rung") - number(client, "() => Number(sessionStorage.tapped)");
        LOG.info("The desk's open page showed the emergency {} ms after the client tapped", waited);
        assertThat(desk.text("Emergency, now")
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
        assertThat(desk.page().evaluate("() => window.stayed"))
                .as("it was not loaded again")
                .isEqualTo(true);
        assertThat(board.page()
                        .getByText(Pattern.compile("Ring .*"))
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
        assertThat(desk.page().locator("main").innerText())
                .as("the desk does not see why")
                .doesNotContainIgnoringCase("chest");
        clean();
    }

    /** Gives how many taps that was. */
    private static int tap(Locator what) {
        what.click();
        return 1;
    }

    private static long number(Person person, String expression) {
        return ((Number) person.page().evaluate(expression)).longValue();
    }

    private void clean() {
        assertThat(people).flatExtracting(Person::barriers).as("what axe finds").isEmpty();
        assertThat(people).flatExtracting(Person::mishaps).as("script errors").isEmpty();
        people.forEach(Person::leave);
    }

    /** The secret of a first question (24 h) that is open, of somebody who has no open alert. */
    private String link() {
        record Due(UUID id, Instant at) {}
        var question = sql.sql("""
            select c.id, c.due_at from check_in c
            where c.status in ('ASKED', 'PLANNED') and c.after_hours = 24 and not exists (
                select from staff_task t where t.client_id = c.client_id and t.status = 'OPEN')
            order by c.due_at desc, c.id limit 1
            """)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("due_at").toInstant()))
                .single();
        if (question.at().isAfter(clock.instant())) {
            clock.set(question.at());
        }
        // Asked as the job would, without waiting for it.
        sql.sql("update check_in set status = 'ASKED', asked_at = :now, version = version + 1 where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", question.id())
                .update();
        return links.issue(new CheckInId(question.id())).orElseThrow();
    }

    private Person person(int width, int height) {
        var person = new Person(chromium.browser(), "http://127.0.0.1:" + port, width, height, ColorScheme.LIGHT);
        people.add(person);
        return person;
    }
}
