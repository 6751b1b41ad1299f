package app.afterwell.webui.demo;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Goal;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.intake.ImportedClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of the demo clinic, with what makes their visits alike.
 *
 * @param therapist the place of the one they usually see in the list of staff
 * @param since the day they first came
 * @param rhythm how many days usually lie between two visits
 * @param firm the pressure they like, 1 to 5
 * @param answering how likely they answer a check-in, 0 to 1
 */
record DemoClient(
        int number,
        ImportedClient imported,
        int therapist,
        LocalDate since,
        int rhythm,
        String service,
        List<BodyArea> complaint,
        Set<Goal> goals,
        int pain,
        int firm,
        double answering) {

    ClientId id() {
        return imported.id();
    }

    @Nullable
    SafetyProfile safety() {
        var profile = imported.profile();
        return profile == null ? null : new SafetyProfile(1, profile.confirmedOn(), profile.conditions());
    }

    boolean has(Condition condition) {
        var safety = safety();
        return safety != null && safety.has(condition);
    }

    /** Whether so many days after their last visit it is time for the next. */
    boolean due(Duration sinceLast) {
        return sinceLast.toDays() >= rhythm;
    }
}
