package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.BodyView;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.aftercare.note.PenStroke;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A note while it is being written. */
final class Draft {

    final LocalDate date;
    final int minutes;
    final List<Area> areas = new ArrayList<>();
    final Set<Goal> goals = EnumSet.noneOf(Goal.class);
    final Set<String> picks = new LinkedHashSet<>();

    @Nullable
    Integer painBefore;

    @Nullable
    Integer painAfter;

    NoteText text;
    final Map<String, Decision> decisions = new LinkedHashMap<>();
    final Map<String, PenStroke> strokes = new LinkedHashMap<>();

    Draft(NoteDraft saved) {
        var session = saved.session();
        date = session.date();
        minutes = session.minutes();
        session.areas().stream().map(Area::new).forEach(areas::add);
        goals.addAll(session.goals());
        picks.addAll(session.picks());
        painBefore = session.painBefore() == null ? null : session.painBefore().value();
        painAfter = session.painAfter() == null ? null : session.painAfter().value();
        text = saved.text();
        saved.decisions().forEach(decision -> decisions.put(decision.item(), decision));
        saved.strokes().forEach(stroke -> strokes.put(stroke.id(), stroke));
    }

    NoteDraft note() {
        return new NoteDraft(
                new SessionFindings(
                        date,
                        minutes,
                        areas.stream().map(Area::worked).toList(),
                        score(painBefore),
                        score(painAfter),
                        goals,
                        picks),
                text,
                List.copyOf(decisions.values()),
                List.copyOf(strokes.values()));
    }

    /** The area that is listed already and shares tissue with this one. */
    Optional<Area> find(BodyArea chosen) {
        return areas.stream()
                .filter(area -> area.where.equals(chosen))
                .findFirst()
                .or(() -> areas.stream()
                        .filter(area -> area.where.region() == chosen.region() && area.where.side() == Side.BOTH)
                        .findFirst());
    }

    Area add(BodyArea where) {
        var area = new Area(where);
        areas.add(area);
        return area;
    }

    /** @param line the view and the points, with a space between */
    void draw(String id, String line) {
        var words = line.split(" ", -1);
        strokes.put(
                id,
                new PenStroke(
                        id,
                        BodyView.valueOf(words[0]),
                        Stream.of(words).skip(1).map(Integer::valueOf).toList()));
    }

    boolean isEmpty() {
        return areas.isEmpty()
                && strokes.isEmpty()
                && text.subjective().isBlank()
                && text.objective().isBlank()
                && text.assessment().isBlank()
                && text.plan().isBlank();
    }

    private static @Nullable PainScore score(@Nullable Integer pain) {
        return pain == null ? null : new PainScore(pain);
    }

    /** One area while it is being written about. */
    static final class Area {

        BodyArea where;
        final Set<Finding> findings = EnumSet.noneOf(Finding.class);
        final Set<Technique> techniques = EnumSet.noneOf(Technique.class);

        @Nullable
        Pressure pressure;

        @Nullable
        String reason;

        Area(BodyArea where) {
            this.where = where;
        }

        Area(WorkedArea worked) {
            where = worked.area();
            findings.addAll(worked.findings());
            techniques.addAll(worked.techniques());
            pressure = worked.pressure();
            reason = worked.pressureReason();
        }

        WorkedArea worked() {
            return new WorkedArea(
                    where, findings, techniques, pressure, reason == null || reason.isBlank() ? null : reason.strip());
        }
    }
}
