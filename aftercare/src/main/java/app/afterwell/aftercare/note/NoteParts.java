package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import app.afterwell.domain.UnacceptableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A draft in its smallest parts, each with a name and a text, so that two devices' changes to different parts can be put
 * together. The browser keeps unsent changes in the same names:
 *
 * <pre>
 * text/subjective            the text
 * pain/before                a number
 * goal/STRESS, pick/epsom-bath   1
 * area/CALVES LEFT           1
 * area/CALVES LEFT/pressure  a number; …/reason a text; …/finding/TIGHTNESS, …/technique/SWEDISH 1
 * decision/moist-heat        kind, dose, place and reason, a line each
 * stroke/ID                  the view and its points
 * </pre>
 */
public final class NoteParts {

    private static final String THERE = "1";

    private NoteParts() {}

    /** All parts of a draft, in the order in which they were written. */
    public static Map<String, String> of(NoteDraft draft) {
        var parts = new LinkedHashMap<String, String>();
        var session = draft.session();
        put(parts, "minutes", session.minutes());
        put(parts, "text/subjective", draft.text().subjective());
        put(parts, "text/objective", draft.text().objective());
        put(parts, "text/assessment", draft.text().assessment());
        put(parts, "text/plan", draft.text().plan());
        put(
                parts,
                "pain/before",
                session.painBefore() == null ? null : session.painBefore().value());
        put(
                parts,
                "pain/after",
                session.painAfter() == null ? null : session.painAfter().value());
        session.goals().stream().sorted().forEach(goal -> parts.put("goal/" + goal, THERE));
        session.picks().stream().sorted().forEach(pick -> parts.put("pick/" + pick, THERE));
        for (var area : session.areas()) {
            var name = "area/" + name(area.area());
            parts.put(name, THERE);
            area.findings().stream().sorted().forEach(finding -> parts.put(name + "/finding/" + finding, THERE));
            area.techniques().stream()
                    .sorted()
                    .forEach(technique -> parts.put(name + "/technique/" + technique, THERE));
            put(
                    parts,
                    name + "/pressure",
                    area.pressure() == null ? null : area.pressure().level());
            put(parts, name + "/reason", area.pressureReason());
        }
        for (var decision : draft.decisions()) {
            var area = decision.area();
            parts.put(
                    "decision/" + decision.item() + (area == null ? "" : "/" + name(area)),
                    String.join(
                            "\n",
                            decision.kind().name(),
                            decision.dose() == null ? "" : decision.dose().replace('\n', ' '),
                            decision.place() == null ? "" : decision.place().toString(),
                            decision.reason() == null ? "" : decision.reason()));
        }
        for (var stroke : draft.strokes()) {
            parts.put(
                    "stroke/" + stroke.id(),
                    stroke.view() + stroke.points().stream().map(at -> " " + at).collect(Collectors.joining()));
        }
        return parts;
    }

    /** What turns one draft into the other. */
    public static List<NoteChange> between(NoteDraft before, NoteDraft after) {
        var was = of(before);
        var is = of(after);
        var names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> new NoteChange(name, was.get(name), is.get(name)))
                .toList();
    }

    /** Whether the drafts say the same, in whatever order. */
    public static boolean same(NoteDraft one, NoteDraft other) {
        return of(one).equals(of(other));
    }

    /**
     * The draft that has these parts.
     *
     * @param like what has no parts is taken from here
     * @throws UnacceptableException {@code unknown-code}, {@code out-of-range}
     */
    static NoteDraft draft(Map<String, String> parts, NoteDraft like) {
        var reading = new Reading();
        parts.forEach((part, is) -> {
            try {
                reading.take(part, is);
            } catch (IllegalArgumentException e) {
                throw UnacceptableException.field("changes", "unknown-code", "This is no part of a note: " + part);
            }
        });
        return reading.draft(like);
    }

    private static String name(BodyArea area) {
        return area.region() + " " + area.side();
    }

    private static BodyArea area(String name) {
        int gap = name.indexOf(' ');
        if (gap < 0) {
            throw new IllegalArgumentException(name);
        }
        return new BodyArea(Region.valueOf(name.substring(0, gap)), Side.valueOf(name.substring(gap + 1)));
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parts.put(name, value.toString());
        }
    }

    private static final class Reading {

        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final Set<Goal> goals = new LinkedHashSet<>();
        private final Set<String> picks = new LinkedHashSet<>();
        private final Map<BodyArea, Area> areas = new LinkedHashMap<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<PenStroke> strokes = new ArrayList<>();

        private static final class Area {
            private final Set<Finding> findings = new LinkedHashSet<>();
            private final Set<Technique> techniques = new LinkedHashSet<>();
            private @Nullable Pressure pressure;
            private @Nullable String reason;
        }

        void take(String part, String is) {
            var name = part.split("/", 4);
            var kind = name[0];
            var rest = name.length > 1 ? name[1] : "";
            switch (kind) {
                case "minutes" -> numbers.put(part, Integer.valueOf(is));
                case "pain" -> numbers.put(part, new PainScore(Integer.parseInt(is)).value());
                case "text" -> texts.put(rest, is);
                case "goal" -> goals.add(Goal.valueOf(rest));
                case "pick" -> picks.add(rest);
                case "area" ->
                    areaPart(
                            areas.computeIfAbsent(area(rest), key -> new Area()),
                            name.length > 2 ? name[2] : "",
                            name.length > 3 ? name[3] : "",
                            is);
                case "decision" -> decisions.add(decision(rest, name.length > 2 ? area(name[2]) : null, is));
                case "stroke" -> strokes.add(stroke(rest, is));
                default -> throw new IllegalArgumentException(part);
            }
        }

        private static void areaPart(Area area, String what, String code, String is) {
            switch (what) {
                case "" -> {}
                case "finding" -> area.findings.add(Finding.valueOf(code));
                case "technique" -> area.techniques.add(Technique.valueOf(code));
                case "pressure" -> area.pressure = new Pressure(Integer.parseInt(is));
                case "reason" -> area.reason = is;
                default -> throw new IllegalArgumentException(what);
            }
        }

        private static Decision decision(String item, @Nullable BodyArea area, String is) {
            var lines = is.split("\n", 4);
            if (lines.length < 4) {
                throw new IllegalArgumentException(is);
            }
            return new Decision(
                    item,
                    area,
                    Decision.Kind.valueOf(lines[0]),
                    lines[3].isEmpty() ? null : lines[3],
                    lines[1].isEmpty() ? null : lines[1],
                    lines[2].isEmpty() ? null : Integer.valueOf(lines[2]));
        }

        private static PenStroke stroke(String id, String is) {
            var words = is.split(" ", -1);
            return new PenStroke(
                    id,
                    BodyView.valueOf(words[0]),
                    Stream.of(words).skip(1).map(Integer::valueOf).toList());
        }

        NoteDraft draft(NoteDraft like) {
            return new NoteDraft(
                    new SessionFindings(
                            like.session().date(),
                            numbers.getOrDefault("minutes", like.session().minutes()),
                            areas.entrySet().stream()
                                    .map(area -> new WorkedArea(
                                            area.getKey(),
                                            area.getValue().findings,
                                            area.getValue().techniques,
                                            area.getValue().pressure,
                                            area.getValue().reason))
                                    .toList(),
                            pain("pain/before"),
                            pain("pain/after"),
                            goals,
                            picks),
                    new NoteText(text("subjective"), text("objective"), text("assessment"), text("plan")),
                    decisions,
                    strokes);
        }

        private String text(String name) {
            return texts.getOrDefault(name, "");
        }

        private @Nullable PainScore pain(String name) {
            var pain = numbers.get(name);
            return pain == null ? null : new PainScore(pain);
        }
    }
}
