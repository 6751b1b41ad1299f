package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Symptom;
import java.util.List;
import java.util.Set;

/**
 * What a client answered, as far as triage needs it.
 *
 * @param hours after the visit's end
 */
public record CheckInAnswer(double hours, PainScore pain, List<BodyArea> areas, Set<Symptom> symptoms) {

    public CheckInAnswer {
        areas = List.copyOf(areas);
        symptoms = Set.copyOf(symptoms);
    }
}
