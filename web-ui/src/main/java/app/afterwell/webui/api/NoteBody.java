package app.afterwell.webui.api;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The two parts of a session note in JSON, the same to read and to write. */
final class NoteBody {

    /** The date of a draft is always the day of its visit; whatever stands here is replaced. */
    private static final LocalDate DAY_OF_VISIT = LocalDate.EPOCH;

    private NoteBody() {}

    static NoteDraft draft(@Nullable Structured structured, @Nullable Text text) {
        return new NoteDraft(
                Objects.requireNonNullElse(structured, Structured.EMPTY).findings(),
                Objects.requireNonNullElse(text, Text.EMPTY).text());
    }

    /**
     * What the engine reads.
     *
     * @param minutes left out or 0: as long as the appointment
     */
    record Structured(
            @Nullable @Min(0) @Max(1440) Integer minutes,
            @Nullable @Size(max = 100) List<@NotNull @Valid Area> areas,
            @Nullable @Min(0) @Max(10) Integer painBefore,
            @Nullable @Min(0) @Max(10) Integer painAfter,
            @Nullable Set<Goal> goals,
            @Nullable Set<String> picks) {

        static final Structured EMPTY = new Structured(null, null, null, null, null, null);

        static Structured of(SessionFindings session) {
            return new Structured(
                    session.minutes(),
                    session.areas().stream().map(Area::of).toList(),
                    session.painBefore() == null ? null : session.painBefore().value(),
                    session.painAfter() == null ? null : session.painAfter().value(),
                    new TreeSet<>(session.goals()),
                    new TreeSet<>(session.picks()));
        }

        SessionFindings findings() {
            List<Area> worked = areas == null ? List.of() : areas;
            return new SessionFindings(
                    DAY_OF_VISIT,
                    minutes == null ? 0 : minutes,
                    worked.stream().map(Area::worked).toList(),
                    painBefore == null ? null : new PainScore(painBefore),
                    painAfter == null ? null : new PainScore(painAfter),
                    set(goals),
                    set(picks));
        }
    }

    /** One area that was worked on. */
    record Area(
            @NotNull Region region,
            @NotNull Side side,
            @Nullable Set<Finding> findings,
            @Nullable Set<Technique> techniques,
            @Nullable @Min(1) @Max(5) Integer pressure,
            @Nullable @Size(max = 500) String pressureReason) {

        static Area of(WorkedArea worked) {
            return new Area(
                    worked.area().region(),
                    worked.area().side(),
                    new TreeSet<>(worked.findings()),
                    new TreeSet<>(worked.techniques()),
                    worked.pressure() == null ? null : worked.pressure().level(),
                    worked.pressureReason());
        }

        WorkedArea worked() {
            return new WorkedArea(
                    new BodyArea(region, side),
                    set(findings),
                    set(techniques),
                    pressure == null ? null : new Pressure(pressure),
                    pressureReason);
        }
    }

    /** What the therapist writes in words. */
    record Text(
            @Nullable @Size(max = NoteText.MAX) String subjective,
            @Nullable @Size(max = NoteText.MAX) String objective,
            @Nullable @Size(max = NoteText.MAX) String assessment,
            @Nullable @Size(max = NoteText.MAX) String plan) {

        static final Text EMPTY = new Text(null, null, null, null);

        static Text of(NoteText text) {
            return new Text(text.subjective(), text.objective(), text.assessment(), text.plan());
        }

        NoteText text() {
            return new NoteText(
                    Objects.requireNonNullElse(subjective, ""),
                    Objects.requireNonNullElse(objective, ""),
                    Objects.requireNonNullElse(assessment, ""),
                    Objects.requireNonNullElse(plan, ""));
        }
    }

    private static <T> Set<T> set(@Nullable Collection<T> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
