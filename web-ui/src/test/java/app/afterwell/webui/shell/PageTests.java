package app.afterwell.webui.shell;

import app.afterwell.webui.api.ApiTests;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.MutableClock;
import testsupport.TestActor;

/** What tests of pages share: the whole application on a real database, and somebody who has signed in. */
@WholeApplication
public abstract class PageTests extends SpringBrowserlessTest {

    @Autowired
    protected MutableClock clock;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        clock.set(ApiTests.START);
    }

    @Override
    @AfterEach
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        TestActor.signOut();
    }

    /** Opens the application as this person; whatever was open before is closed. */
    protected final void signIn(TestActor actor) {
        actor.signIn();
        super.initVaadinEnvironment();
    }

    /** All that can be read in this part of the page. */
    protected static String textOf(Component part) {
        return part.getElement().getTextRecursively();
    }

    /** The link with this text, wherever it leads. */
    protected final Anchor link(String text) {
        return find(Anchor.class)
                .withCondition(anchor -> textOf(anchor).contains(text))
                .first();
    }

    /** Lets what came from elsewhere reach the page, until it is so. */
    protected final void awaitLive(BooleanSupplier so) {
        var ui = UI.getCurrent();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    // Letting go of the session runs what waits for it, as a real request would at its end.
                    ui.getSession().unlock();
                    ui.getSession().lock();
                    UI.setCurrent(ui);
                    return so.getAsBoolean();
                });
    }

    protected static Stream<Component> descendants(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(PageTests::descendants));
    }
}
