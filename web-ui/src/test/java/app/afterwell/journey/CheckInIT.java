package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.checkin.CheckInLinks;
import app.afterwell.domain.CheckInId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
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
    void aClientAnswersFromTheMessageInTwoTaps() {
        var client = person(360, 780);
        // The first tap is on the number in the message.
        client.go("check-in/" + link() + "?pain=1");
        assertThat(client.page().locator("input[name=pain][value='1']")).isChecked();
        client.checkBarriers("check-in from a message");
        // The second sends it.
        client.page().locator("button[type=submit]").click();
        assertThat(client.page().getByText(Pattern.compile("Sent to .*")).first())
                .isVisible();
        clean();
    }

    @Test
    void anEmergencyIsMetWithHelpFirstAndRingsAtTheDesk() {
        var desk = person(1440, 900).signIn("desk@demo.test").go("tasks");
        var client = person(360, 780);
        client.go("check-in/" + link());
        var page = client.page();
        page.locator("input[name=news][value=yes]").check();
        page.locator("input[name=symptom][value=CHEST_PAIN]").check();
        assertThat(page.locator(".pt-call-now a[href^='tel:']")).isVisible();
        client.checkBarriers("check-in with an emergency sign");
        var before = tasks(desk);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("a[href^='tel:']").first()).isVisible();
        assertThat(page.locator("h1")).containsText(Pattern.compile("Call .* now"));
        long shown = System.nanoTime();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks(desk) > before);
        LOG.info(
                "The desk's page showed the emergency {} ms after the client's page showed the help",
                (System.nanoTime() - shown) / 1_000_000);
        assertThat(desk.text("Emergency, now")
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
        clean();
    }

    private static int tasks(Person desk) {
        return desk.page().locator("a.task.urgent").count();
    }

    private void clean() {
        assertThat(people).flatExtracting(Person::barriers).as("what axe finds").isEmpty();
        assertThat(people).flatExtracting(Person::mishaps).as("script errors").isEmpty();
        people.forEach(Person::leave);
    }

    /** The secret of a question that is open, of somebody who has no open alert. */
    private String link() {
        record Due(UUID id, Instant at) {}
        var question = sql.sql("""
                select c.id, c.due_at from check_in c
                where c.status in ('ASKED', 'PLANNED') and c.due_at is not null and not exists (
                    select from staff_task t where t.client_id = c.client_id and t.status = 'OPEN')
                order by c.due_at desc limit 1
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
