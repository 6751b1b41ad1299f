package app.afterwell.aftercare.checkin;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Symptom;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about how they are.
 *
 * @param areas where it hurts or feels odd
 * @param done codes of the plan's items that were done today; they are ticked
 */
public record AnswerCheckIn(
        PainScore pain,
        List<BodyArea> areas,
        Set<Symptom> symptoms,
        List<String> done,
        @Nullable @Size(max = 2000) String note) {

    public AnswerCheckIn {
        areas = List.copyOf(areas);
        symptoms = Set.copyOf(symptoms);
        done = List.copyOf(done);
    }
}
