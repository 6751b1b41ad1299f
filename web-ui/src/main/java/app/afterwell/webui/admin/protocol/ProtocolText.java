package app.afterwell.webui.admin.protocol;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that a protocol says, line by line in words, so that two versions can be held against each other. */
final class ProtocolText {

    private final ProtocolDefinition protocol;
    private final RuleWords words;
    private final Map<Place, String> lines = new LinkedHashMap<>();

    /**
     * Where a line stands.
     *
     * @param subject the item's code, or a part of the protocol such as {@code triage}
     * @param part what of it, in words
     */
    record Place(String subject, String part) {}

    /** A line that is not the same in two versions; null on the side where there is none. */
    record Change(
            String part, @Nullable String before, @Nullable String after) {}

    /** All that differs of one item or part of the protocol. */
    record Difference(String subject, String title, boolean item, Kind kind, List<Change> changes) {}

    /** Whether something is new, gone or another. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    ProtocolText(ProtocolDefinition protocol) {
        this.protocol = protocol;
        words = new RuleWords(protocol);
        protocol.items().forEach(this::item);
        rest();
    }

    /** What is different in the later one, in its order. */
    static List<Difference> between(ProtocolDefinition before, ProtocolDefinition after) {
        var old = new ProtocolText(before);
        var now = new ProtocolText(after);
        Set<String> subjects = new LinkedHashSet<>();
        now.lines.keySet().forEach(place -> subjects.add(place.subject()));
        old.lines.keySet().forEach(place -> subjects.add(place.subject()));
        var differences = new ArrayList<Difference>();
        if (sameOrder(before, after)) {
            subjects.remove("order");
        }
        for (String subject : subjects) {
            var changes = new ArrayList<Change>();
            Set<Place> places = new LinkedHashSet<>();
            now.lines.keySet().stream()
                    .filter(place -> place.subject().equals(subject))
                    .forEach(places::add);
            old.lines.keySet().stream()
                    .filter(place -> place.subject().equals(subject))
                    .forEach(places::add);
            for (Place place : places) {
                String then = old.lines.get(place);
                String said = now.lines.get(place);
                if (then == null ? said != null : !then.equals(said)) {
                    changes.add(new Change(place.part(), then, said));
                }
            }
            if (!changes.isEmpty()) {
                differences.add(old.difference(subject, now, changes));
            }
        }
        return differences;
    }

    /** Whether what is in both stands in the same order; what is new or gone is told as such. */
    private static boolean sameOrder(ProtocolDefinition before, ProtocolDefinition after) {
        var then = new ArrayList<>(before.items().stream().map(Item::code).toList());
        var now = new ArrayList<>(after.items().stream().map(Item::code).toList());
        then.retainAll(now);
        now.retainAll(then);
        return then.equals(now);
    }

    private Difference difference(String subject, ProtocolText now, List<Change> changes) {
        Item then = find(subject);
        Item said = now.find(subject);
        boolean item = then != null || said != null;
        String title = said != null ? said.title() : then != null ? then.title() : text("subject." + subject);
        Kind kind = item && then == null ? Kind.ADDED : item && said == null ? Kind.REMOVED : Kind.CHANGED;
        return new Difference(subject, title, item, kind, List.copyOf(changes));
    }

    private @Nullable Item find(String code) {
        return protocol.items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private void put(String subject, String part, @Nullable String line) {
        if (line != null && !line.isEmpty()) {
            lines.put(new Place(subject, part), line);
        }
    }

    private void item(Item item) {
        String code = item.code();
        put(code, text("part.kind"), text("kind." + item.kind()));
        put(code, text("part.switched"), text(item.switchedOn() ? "switched.on" : "switched.off"));
        put(code, text("part.title"), item.title());
        put(code, text("part.regions"), regions(item));
        put(code, text("part.part-of"), item.partOf() == null ? null : words.title(item.partOf()));
        for (var offer : item.offers()) {
            put(
                    code,
                    text("verb.OFFER") + ", " + offer.rule(),
                    words.when(offer.when()).toString());
        }
        for (var row : item.safety()) {
            String part = text("verb." + row.effect()) + ", " + row.rule();
            put(code, part, words.when(row.when()).toString());
            if (row.effect() == Effect.WITHHOLD) {
                put(code, part + ", " + text("part.strength"), words.strength(item, row));
            }
            put(code, part + ", " + text("part.prompt"), row.prompt());
            put(code, part + ", " + text("part.dose"), row.dose());
            put(code, part + ", " + text("part.adds"), String.join(" ", row.add()));
            put(code, part + ", " + text("part.sources"), String.join(", ", row.sources()));
        }
        put(code, text("part.no-safety-rows"), item.noSafetyRows());
        put(code, text("part.dose"), item.dose());
        int number = 1;
        for (var step : item.steps()) {
            String when = step.when() == null ? "" : " (" + words.when(step.when()) + ")";
            put(code, text("part.step", number++), step.text() + when);
        }
        put(code, text("part.days"), days(item.days()));
        put(code, text("part.minutes"), text("minutes", item.minutes()));
        put(code, text("part.group"), item.group());
        put(code, text("part.whole-body"), text(item.wholeBodySafety() ? "yes" : "no"));
        put(
                code,
                text("part.suits"),
                item.suits() == null ? null : words.when(item.suits()).toString());
        put(code, text("part.background"), item.background());
        put(code, text("part.sources"), String.join(", ", item.sources()));
        put(code, text("part.evidence"), Vocabulary.of(item.evidence()));
    }

    static String regions(Item item) {
        return item.regions() == null
                ? text("whole-body")
                : item.regions().size() == app.afterwell.domain.Region.values().length
                        ? text("any-region")
                        : String.join(", ", RuleWords.words(item.regions()));
    }

    static String days(List<Integer> days) {
        if (days.isEmpty()) {
            return "";
        }
        boolean inARow = days.getLast() - days.getFirst() == days.size() - 1;
        return inARow && days.size() > 1
                ? text("days.span", days.getFirst(), days.getLast())
                : text("days", days.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private void rest() {
        put(
                "order",
                text("part.order"),
                protocol.items().stream().map(Item::code).collect(Collectors.joining(", ")));
        var limits = protocol.limits();
        put("limits", text("part.specific-items"), String.valueOf(limits.specificItems()));
        put("limits", text("part.minutes-per-day"), text("minutes", limits.minutesPerDay()));
        put("limits", text("part.profile-months"), String.valueOf(limits.profileMonths()));
        var first = protocol.oneToolFirst();
        put("limits", text("part.one-tool"), first.items() + ", " + words.when(first.when()));
        put(
                "check-ins",
                text("part.check-ins"),
                protocol.checkIns().stream()
                        .map(time -> text("hours-after", time.toHours()))
                        .collect(Collectors.joining(", ")));
        put(
                "findings",
                text("part.worst-first"),
                protocol.worstFirst().stream()
                        .map(finding -> Vocabulary.list(List.of(finding)))
                        .collect(Collectors.joining(", ")));
        int number = 1;
        for (var row : protocol.relative()) {
            put("relative", text("part.row", number++), relative(row));
        }
        for (var exclusion : protocol.exclusions()) {
            put("exclusions", exclusion.rule(), exclusion(exclusion));
        }
        for (var prompt : protocol.prompts()) {
            put("prompts", prompt.code(), prompt.text());
            for (var row : prompt.rows()) {
                put(
                        "prompts",
                        prompt.code() + ", " + row.rule(),
                        words.when(row.when()).toString());
            }
        }
        beforeSession();
        bandAndTriage();
        protocol.reach()
                .forEach((region, near) ->
                        put("reach", Vocabulary.of(region), String.join(", ", RuleWords.words(near))));
        protocol.sources().forEach((key, title) -> put("sources", key, title));
        put("notice", text("part.notice"), protocol.notice());
    }

    private void beforeSession() {
        for (var row : protocol.beforeSession()) {
            put("before-session", row.rule(), row.headline());
            row.details()
                    .forEach((condition, detail) ->
                            put("before-session", row.rule() + ", " + Vocabulary.of(condition), detail));
            if (row.maxPressure() != null) {
                put(
                        "before-session",
                        row.rule() + ", " + text("part.max-pressure"),
                        row.maxPressure().toString());
            }
            put("before-session", row.rule() + ", " + text("part.stops"), text(row.stops() ? "yes" : "no"));
            put(
                    "before-session",
                    row.rule() + ", " + text("part.unless-cleared"),
                    text(row.unlessCleared() ? "yes" : "no"));
            put("before-session", row.rule() + ", " + text("part.where"), row.where() + " " + row.defaultAreas());
            put("before-session", row.rule() + ", " + text("part.any-area"), row.anyConditionWithAreas());
            if (row.lastOutcome() != null) {
                put(
                        "before-session",
                        row.rule() + ", " + text("part.last-outcome"),
                        Vocabulary.of(row.lastOutcome()) + ": " + row.lastOutcomeDetail());
            }
        }
    }

    private void bandAndTriage() {
        var band = protocol.band();
        for (var row : band.rows()) {
            put("band", text("part.band-row", row.maxPressure()), text("band-row", row.peak(), row.endHours()));
        }
        put("band", text("part.extra-peak"), "+" + band.extraPeak() + " " + words.when(band.extraPeakWhen()));
        put("band", text("part.extra-end"), "+" + band.extraEndHours() + " h " + words.when(band.extraEndWhen()));
        var own = band.ownCurves();
        put(
                "band",
                text("part.own-curves"),
                text(
                        "own-curves",
                        own.fromPlan(),
                        own.visits(),
                        own.pressureWithin(),
                        own.marginHours(),
                        own.leastHours()));
        protocol.triage()
                .outcomes()
                .forEach((outcome, said) -> put(
                        "triage", Vocabulary.of(outcome), said.headline() + " " + String.join(" ", said.guidance())));
        for (var row : protocol.triage().rows()) {
            put("triage", row.rule(), Vocabulary.of(row.outcome()) + " " + words.when(row.when()));
            put("triage", row.rule() + ", " + text("part.guidance"), String.join(" ", row.guidance()));
        }
    }

    private String relative(ProtocolDefinition.Relative row) {
        String conditions = String.join(", ", RuleWords.words(row.conditions()));
        String items = row.items().isEmpty()
                ? text("all-items")
                : row.items().stream().sorted().map(words::title).collect(Collectors.joining(", "));
        return conditions + ": " + items + (row.cleared() ? " (" + text("once-cleared") + ")" : "");
    }

    private String exclusion(ProtocolDefinition.Exclusion exclusion) {
        return text(
                "exclusion",
                exclusion.keep().stream().map(words::title).collect(Collectors.joining(", ")),
                exclusion.withhold().stream().map(words::title).collect(Collectors.joining(", ")));
    }

    private static String text(String key, Object... values) {
        return I18NProvider.translate("admin.protocol." + key, values);
    }
}
