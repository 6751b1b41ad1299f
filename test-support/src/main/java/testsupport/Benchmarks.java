package testsupport;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs a class of benchmarks that is written like a test, so that it gets its application and its database in the same
 * way; its name keeps it out of the tests' own run.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param arguments names of the classes; the exit status says whether all went well */
    public static void main(String[] arguments) {
        var request = LauncherDiscoveryRequestBuilder.request();
        for (String name : arguments) {
            request.selectors(selectClass(name));
        }
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request.build(), listener);
        var summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out), 30);
        System.exit(summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() > 0 ? 0 : 1);
    }
}
