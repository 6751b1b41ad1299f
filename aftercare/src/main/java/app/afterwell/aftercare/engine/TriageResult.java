package app.afterwell.aftercare.engine;

import app.afterwell.domain.Outcome;
import java.util.List;

/**
 * What an answer comes to.
 *
 * @param outcome of the gravest row that fits
 * @param headline the first words the client reads
 * @param guidance what the client reads next: what to do, in order
 * @param cause stable code of the gravest row, so that one cause makes one task however often it is reported
 * @param causes codes of all rows that fit, gravest first; empty for AS_EXPECTED
 * @param aboveBand whether the pain is above the expected band
 */
public record TriageResult(
        Outcome outcome,
        String headline,
        List<String> guidance,
        String cause,
        List<String> causes,
        boolean aboveBand,
        List<Because> because) {

    public TriageResult {
        guidance = List.copyOf(guidance);
        causes = List.copyOf(causes);
        because = List.copyOf(because);
    }
}
