package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A long record on a tablet: gone through, searched, compared, added to, amended. */
@LiveClinic
class ChartJourneyIT {

    private static final double PATIENCE_MILLIS = 30_000;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private record Known(UUID client, UUID visit) {}

    /** A client of Maya's with several notes, of which the newest had nothing to decide. */
    private Known known() {
        return sql.sql("""
                select p.client_id, p.appointment_id from aftercare_plan p
                join account a on a.practitioner_id = p.practitioner_id and a.email = 'therapist@demo.test'
                where jsonb_array_length(p.engine_result -> 'review') = 0 and p.superseded_by is null
                  and jsonb_array_length(coalesce(p.safety -> 'conditions', '[]')) = 0
                  and (select count(*) from aftercare_plan o where o.client_id = p.client_id) >= 3
                order by p.visit_start desc, p.id limit 1
                """)
                .query((row, number) -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .single();
    }

    @Test
    void aRecordIsGoneThroughAddedToAndAmended() {
        var known = known();
        var therapist = new Person(chromium.browser(), "http://127.0.0.1:" + port, 1024, 768, ColorScheme.LIGHT)
                .signIn("therapist@demo.test");
        goThrough(therapist, known);
        addTo(therapist, known);
        amend(therapist, known);
        assertThat(therapist.barriers()).as("what axe finds").isEmpty();
        assertThat(therapist.mishaps()).as("script errors").isEmpty();
        therapist.leave();
    }

    private static void goThrough(Person therapist, Known known) {
        var page = therapist.go("clients/" + known.client() + "/chart").page();
        assertThat(page.getByText("What happened").first()).isVisible();
        therapist.checkBarriers("chart");
        var slider = page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Visit"));
        var newest = slider.getAttribute("aria-valuetext");
        slider.focus();
        page.keyboard().press("ArrowLeft");
        assertThat(slider).not().hasAttribute("aria-valuetext", newest);
        page.getByLabel("Find in the notes", new GetByLabelOptions().setExact(true))
                .fill("hamstrings");
        assertThat(page.getByText(Pattern.compile("found|No note says")).first())
                .isVisible();
        therapist.go("clients/" + known.client() + "/compare").checkBarriers("compare");
        assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
    }

    private static void addTo(Person therapist, Known known) {
        var page = therapist.go("sessions/" + known.visit()).page();
        assertThat(page.getByText(Pattern.compile("Signed by .*")).first()).isVisible();
        therapist.button("Add to this note").click();
        therapist.settle();
        page.getByLabel("Why", new GetByLabelOptions()).first().fill("She rang");
        page.getByLabel("What is to be added").first().fill("The knee is better.");
        therapist.checkBarriers("addendum");
        therapist.button("Add it").click();
        assertThat(page.getByText("The knee is better.").first()).isVisible();
    }

    private static void amend(Person therapist, Known known) {
        var page = therapist.page();
        therapist.button("Amend this note").click();
        therapist.settle();
        page.getByLabel("Why", new GetByLabelOptions()).first().fill("Pain after was 2.");
        therapist.button("Begin the new version").click();
        assertThat(page.getByText("You are writing version 2 of a signed note")).isVisible();
        therapist.checkBarriers("amendment");
        therapist.button("Sign and send plan").click();
        assertThat(page.getByText("Version 2, signed by", new com.microsoft.playwright.Page.GetByTextOptions())
                        .first())
                .isVisible();
        therapist.checkBarriers("amended note");
        therapist.go("sessions/" + known.visit() + "/versions/1").checkBarriers("superseded version");
        assertThat(page.getByText("Version 1 is superseded. Version 2 took its place."))
                .isVisible();
    }
}
