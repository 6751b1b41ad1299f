package app.afterwell.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody at a browser of their own. */
final class Person {

    static final String PASSWORD = "afterwell-demo";

    private static final double PATIENCE_MILLIS = 30_000;
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final String QUIET = """
            () => {
              const flow = window.Vaadin && window.Vaadin.Flow;
              return document.readyState === 'complete'
                && (!flow || !flow.clients || Object.values(flow.clients).every(c => !c.isActive || !c.isActive()));
            }
            """;

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> barriers = new ArrayList<>();
    private final List<String> mishaps = new ArrayList<>();

    Person(Browser browser, String base, int width, int height, ColorScheme scheme) {
        this.base = base;
        context = browser.newContext(new NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-IE")
                .setTimezoneId("Europe/Dublin")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(error -> mishaps.add(page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    Person signIn(String email) {
        go("login");
        page.getByLabel("E-mail", new GetByLabelOptions().setExact(true)).fill(email);
        page.getByLabel("Password", new GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button("Sign in").click();
        page.waitForURL(url -> !url.contains("/login"));
        return settle();
    }

    Person go(String path) {
        page.navigate(base + "/" + path);
        return settle();
    }

    /** Waits until the server has answered everything that the page asked. */
    Person settle() {
        page.waitForFunction(QUIET);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    /** Notes what keeps people from using this page, as far as axe can tell. */
    Person checkBarriers(String where) {
        settle();
        for (var rule : new AxeBuilder(page).analyze().getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                barriers.add(where + ": " + rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + "\n    "
                        + rule.getNodes().stream()
                                .limit(4)
                                .map(CheckedNode::getHtml)
                                .collect(Collectors.joining("\n    ")));
            }
        }
        return this;
    }

    /** Serious and critical violations on the pages that were checked. */
    List<String> barriers() {
        return barriers;
    }

    /** Errors that scripts on the pages ended in. */
    List<String> mishaps() {
        return mishaps;
    }

    void leave() {
        context.close();
    }
}
