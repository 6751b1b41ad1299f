package app.afterwell.webui.database;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line on the console why the application did not start; the launcher shows nothing else of the log. */
class StartFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        var line = String.join(" ", analysis.getDescription().strip().split("\\s*\\R\\s*"));
        System.err.println("afterwell: " + line);
    }
}
