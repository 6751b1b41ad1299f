package app.afterwell.webui.api;

import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Technique;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The structured part of a session note in JSON.
 *
 * @param date only in a preview; a note takes it from its visit
 */
record SessionBody(
        @Nullable LocalDate date,
        @Nullable Integer minutes,
        @Nullable List<AreaBody> areas,
        @Nullable Integer painBefore,
        @Nullable Integer painAfter,
        @Nullable List<String> goals,
        @Nullable List<String> picks) {

    private static final int MOST_MINUTES = 600;

    /** An area that was worked on. */
    record AreaBody(
            @Nullable String region,
            @Nullable String side,
            @Nullable List<String> findings,
            @Nullable List<String> techniques,
            @Nullable Integer pressure,
            @Nullable String pressureReason) {}

    /** @param field where in the request this stands, such as {@code session} */
    SessionFindings read(String field, LocalDate day, CompiledProtocol protocol, CodeReader reader) {
        if (minutes == null) {
            reader.problem(field + ".minutes", "required", "This is missing.");
        }
        reader.isBetween(field + ".minutes", minutes, 1, MOST_MINUTES);
        var worked = new ArrayList<WorkedArea>();
        List<AreaBody> given = areas == null ? List.of() : areas;
        for (int i = 0; i < given.size(); i++) {
            AreaBody area = given.get(i);
            String at = field + ".areas[" + i + "]";
            if (reader.isMissing(at, area)) {
                continue;
            }
            worked.add(new WorkedArea(
                    reader.area(at, area.region(), area.side()),
                    reader.codes(at + ".findings", Finding.class, area.findings()),
                    reader.codes(at + ".techniques", Technique.class, area.techniques()),
                    reader.pressure(at + ".pressure", area.pressure()),
                    area.pressureReason()));
        }
        List<String> picked = picks == null ? List.of() : picks;
        for (int i = 0; i < picked.size(); i++) {
            String at = field + ".picks[" + i + "]";
            if (!reader.isMissing(at, picked.get(i))
                    && protocol.item(picked.get(i)).isEmpty()) {
                reader.problem(at, "unknown-code", "Unknown code: " + picked.get(i));
            }
        }
        return new SessionFindings(
                day,
                minutes == null ? 0 : minutes,
                worked,
                reader.pain(field + ".painBefore", painBefore),
                reader.pain(field + ".painAfter", painAfter),
                reader.codes(field + ".goals", Goal.class, goals),
                picked.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
