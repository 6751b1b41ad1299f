package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.engine.Evidence;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Band;
import app.afterwell.aftercare.engine.ProtocolDefinition.BandRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.CareRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.aftercare.engine.ProtocolDefinition.Exclusion;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.engine.ProtocolDefinition.Kind;
import app.afterwell.aftercare.engine.ProtocolDefinition.Limits;
import app.afterwell.aftercare.engine.ProtocolDefinition.Offer;
import app.afterwell.aftercare.engine.ProtocolDefinition.OneToolFirst;
import app.afterwell.aftercare.engine.ProtocolDefinition.OwnCurves;
import app.afterwell.aftercare.engine.ProtocolDefinition.PromptRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Relative;
import app.afterwell.aftercare.engine.ProtocolDefinition.SafetyRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Step;
import app.afterwell.aftercare.engine.ProtocolDefinition.Triage;
import app.afterwell.aftercare.engine.ProtocolDefinition.TriageRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Unused;
import app.afterwell.aftercare.engine.ProtocolDefinition.Where;
import app.afterwell.aftercare.engine.ProtocolDefinition.Words;
import app.afterwell.aftercare.engine.Term;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a protocol file: YAML, held against the published schema, with groups and shared rows put in place. */
public final class ProtocolReader {

    private static final String SCHEMA = "/protocol/protocol-schema.json";

    private final String file;
    private final YamlTree tree;
    private final List<ProtocolProblem> problems = new ArrayList<>();
    private final Map<String, Set<Region>> groups = new LinkedHashMap<>();
    private final Set<String> sourceKeys = new HashSet<>();
    private final List<At> picks = new ArrayList<>();

    private ProtocolReader(String file, YamlTree tree) {
        this.file = file;
        this.tree = tree;
    }

    private static final class Holder {
        static final String TEXT = load();
        static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(TEXT);

        private static String load() {
            try (var in = ProtocolReader.class.getResourceAsStream(ProtocolReader.SCHEMA)) {
                if (in == null) {
                    throw new IllegalStateException(ProtocolReader.SCHEMA + " is not on the classpath");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a protocol.
     *
     * @param file its name, for messages
     * @throws ProtocolFormatException naming every problem with its line
     */
    public static ProtocolDefinition read(String file, String yaml) {
        return read(file, YamlTree.parse(file, yaml));
    }

    /** The published JSON Schema of a protocol file. */
    public static String schema() {
        return Holder.TEXT;
    }

    static ProtocolDefinition read(String file, YamlTree tree) {
        var reader = new ProtocolReader(file, tree);
        reader.holdAgainstSchema();
        reader.refuse();
        var definition = reader.definition(reader.at("", tree.root()));
        reader.refuse();
        return definition;
    }

    private void holdAgainstSchema() {
        Holder.SCHEMA.validate(tree.root()).stream()
                .map(error -> {
                    String pointer = pointer(error.getInstanceLocation().toString());
                    JsonNode node = error.getInstanceNode();
                    boolean code = "enum".equals(error.getKeyword()) || "const".equals(error.getKeyword());
                    String reason = code && node != null && node.isValueNode()
                            ? "unknown code \"" + node.asString() + "\""
                            : error.getMessage();
                    return new ProtocolProblem(tree.line(pointer), pointer.isEmpty() ? "/" : pointer, reason);
                })
                .distinct()
                .sorted(Comparator.comparingInt(ProtocolProblem::line))
                .forEach(problems::add);
    }

    private static String pointer(String location) {
        return location.startsWith("$")
                ? location.substring(1).replaceAll("\\[(\\d+)]", "/$1").replace('.', '/')
                : location;
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new ProtocolFormatException(file, problems);
        }
    }

    // ------------------------------------------------------------------ the parts of the file

    private ProtocolDefinition definition(At root) {
        for (At group : root.optional("groups").fields()) {
            groups.put(group.key(), group.codes(Region.class));
        }
        groups.put("all", EnumSet.allOf(Region.class));
        Map<String, String> sources = new LinkedHashMap<>();
        for (At source : root.get("sources").fields()) {
            sources.put(source.key(), source.text());
        }
        sourceKeys.addAll(sources.keySet());

        Map<Region, Set<Region>> reach = new EnumMap<>(Region.class);
        for (At entry : root.get("reach").fields()) {
            reach.put(Region.valueOf(entry.key()), entry.codes(Region.class));
        }
        var limits = root.get("limits");
        var first = root.get("one-tool-first");
        Map<String, List<At>> sets = new LinkedHashMap<>();
        for (At set : root.optional("safety-sets").fields()) {
            sets.put(set.key(), set.list());
        }
        Set<String> promptCodes = new HashSet<>();
        root.get("prompts")
                .list()
                .forEach(prompt -> promptCodes.add(prompt.get("prompt").text()));
        List<Item> items = items(root.get("items"), sets, promptCodes);
        Set<String> codes = new HashSet<>();
        items.forEach(item -> codes.add(item.code()));

        var definition = new ProtocolDefinition(
                root.get("version").number(),
                root.get("notice").text(),
                sources,
                reach,
                worstFirst(root.get("findings-worst-first")),
                new Limits(
                        limits.get("specific-items").number(),
                        limits.get("minutes-per-day").number(),
                        limits.get("profile-months").number()),
                new OneToolFirst(
                        first.get("rule").text(),
                        first.get("items").number(),
                        first.get("when").term(),
                        sources(first),
                        evidence(first)),
                root.get("check-ins").list().stream()
                        .map(at -> Duration.parse(at.text()))
                        .toList(),
                root.get("relative").list().stream()
                        .map(at -> new Relative(
                                at.get("conditions").codes(Condition.class),
                                known(at.optional("items"), codes),
                                at.flag("cleared", false)))
                        .toList(),
                root.optional("exclusions").list().stream()
                        .map(at -> new Exclusion(
                                at.get("rule").text(),
                                known(at.get("keep"), codes),
                                known(at.get("withhold"), codes),
                                sources(at),
                                evidence(at)))
                        .toList(),
                items,
                prompts(root.get("prompts")),
                root.get("before-session").list().stream().map(this::careRow).toList(),
                band(root.get("band")),
                triage(root.get("triage")),
                unused(root.optional("unused")));
        for (At pick : picks) {
            if (!codes.contains(pick.text())) {
                pick.fail("unknown item \"" + pick.text() + "\"");
            }
        }
        return definition;
    }

    private List<Finding> worstFirst(At at) {
        var findings =
                at.list().stream().map(entry -> entry.code(Finding.class)).toList();
        if (!EnumSet.allOf(Finding.class).equals(new HashSet<>(findings))) {
            at.fail("every finding must stand here once");
        }
        return findings;
    }

    private List<Item> items(At at, Map<String, List<At>> sets, Set<String> promptCodes) {
        var items = new ArrayList<Item>();
        Set<String> codes = new HashSet<>();
        for (At item : at.list()) {
            items.add(item(item, sets, promptCodes));
            if (!codes.add(items.getLast().code())) {
                item.get("item").fail("item \"" + items.getLast().code() + "\" stands twice");
            }
        }
        for (At item : at.list()) {
            if (item.has("part-of") && !codes.contains(item.get("part-of").text())) {
                item.get("part-of").fail("unknown item \"" + item.get("part-of").text() + "\"");
            }
        }
        return items;
    }

    private Item item(At at, Map<String, List<At>> sets, Set<String> promptCodes) {
        var rules = new HashSet<String>();
        var offers = at.optional("offer").list().stream()
                .map(row -> offer(row, rules))
                .toList();
        var sources = sources(at);
        var safety = new ArrayList<SafetyRow>();
        for (At row : at.optional("safety").list()) {
            if (row.has("use")) {
                String name = row.get("use").text();
                List<At> set = sets.get(name);
                if (set == null) {
                    row.get("use").fail("unknown safety set \"" + name + "\"");
                } else {
                    set.forEach(shared -> safety.add(safetyRow(shared, sources, promptCodes, rules)));
                }
            } else {
                safety.add(safetyRow(row, sources, promptCodes, rules));
            }
        }
        if (safety.isEmpty() != at.has("no-safety-rows")) {
            at.get("item")
                    .fail("an item has safety rows, or says under no-safety-rows why it needs none; \""
                            + at.get("item").text() + "\" does not");
        }
        return new Item(
                at.get("item").text(),
                Kind.valueOf(at.get("kind").text().toUpperCase(Locale.ROOT)),
                at.flag("switched-on", true),
                at.textOrNull("part-of"),
                at.get("title").text(),
                at.has("regions") ? at.get("regions").regions() : null,
                at.flag("whole-body-safety", false),
                at.get("minutes").number(),
                at.textOrNull("group"),
                at.get("days").list().stream().map(At::number).toList(),
                at.get("dose").text(),
                at.get("steps").list().stream().map(this::step).toList(),
                at.textOrNull("background"),
                sources,
                evidence(at),
                offers,
                at.has("suits") ? at.get("suits").term() : null,
                List.copyOf(safety),
                at.textOrNull("no-safety-rows"));
    }

    private Step step(At at) {
        return at.isObject() ? new Step(at.get("when").term(), at.get("say").text()) : new Step(null, at.text());
    }

    private Offer offer(At at, Set<String> rules) {
        return new Offer(rule(at, rules), at.get("when").term());
    }

    private static String rule(At at, Set<String> rules) {
        String rule = at.get("rule").text();
        if (!rules.add(rule)) {
            at.get("rule").fail("rule \"" + rule + "\" stands twice");
        }
        return rule;
    }

    private SafetyRow safetyRow(At at, List<String> sources, Set<String> promptCodes, Set<String> rules) {
        Effect effect = Effect.valueOf(at.get("effect").text().toUpperCase(Locale.ROOT));
        Term when = at.get("when").term();
        String prompt = at.textOrNull("prompt");
        if (prompt != null && !promptCodes.contains(prompt)) {
            at.get("prompt").fail("unknown prompt \"" + prompt + "\"");
        }
        boolean words = at.has("dose") || at.has("add");
        if (effect == Effect.MODIFY != words) {
            at.fail("a row that modifies has a dose or steps to add, and no other row has");
        }
        if (effect == Effect.MODIFY && looksAtAnArea(when)) {
            at.get("when").fail("what modifies an item changes its words for all areas, so it cannot ask for one area");
        }
        return new SafetyRow(
                rule(at, rules),
                effect,
                when,
                prompt,
                at.textOrNull("dose"),
                at.optional("add").list().stream().map(At::text).toList(),
                at.has("sources") ? sources(at) : sources,
                at.has("evidence") ? evidence(at) : Evidence.CAUTION);
    }

    private static boolean looksAtAnArea(Term term) {
        return switch (term) {
            case Term.All all -> all.terms().stream().anyMatch(ProtocolReader::looksAtAnArea);
            case Term.Any any -> any.terms().stream().anyMatch(ProtocolReader::looksAtAnArea);
            case Term.Not not -> looksAtAnArea(not.term());
            case Term.HasFinding finding -> finding.in() == null;
            case Term.InRegion region -> true;
            default -> false;
        };
    }

    private List<PromptRow> prompts(At at) {
        var rows = new ArrayList<PromptRow>();
        for (At prompt : at.list()) {
            var rules = new HashSet<String>();
            rows.add(new PromptRow(
                    prompt.get("prompt").text(),
                    prompt.get("text").text(),
                    prompt.get("rows").list().stream()
                            .map(row -> offer(row, rules))
                            .toList(),
                    sources(prompt),
                    evidence(prompt)));
        }
        return rows;
    }

    private CareRow careRow(At at) {
        Map<Condition, String> details = new EnumMap<>(Condition.class);
        for (At detail : at.get("details").fields()) {
            details.put(Condition.valueOf(detail.key()), detail.text());
        }
        Map<Condition, Set<Region>> areas = new EnumMap<>(Condition.class);
        for (At area : at.optional("default-areas").fields()) {
            areas.put(Condition.valueOf(area.key()), area.regions());
        }
        return new CareRow(
                at.get("rule").text(),
                at.get("headline").text(),
                at.flag("stops", false),
                at.flag("unless-cleared", false),
                at.has("where")
                        ? Where.valueOf(
                                at.get("where").text().toUpperCase(Locale.ROOT).replace('-', '_'))
                        : Where.WHOLE_BODY,
                at.has("max-pressure") ? (Integer) at.get("max-pressure").number() : null,
                details,
                at.textOrNull("any-condition-with-areas"),
                areas,
                at.has("last-outcome") ? at.get("last-outcome").code(Outcome.class) : null,
                at.textOrNull("last-outcome-detail"));
    }

    private static Band band(At at) {
        var own = at.get("own-curves");
        return new Band(
                at.get("rows").list().stream()
                        .map(row -> new BandRow(
                                row.get("max-pressure").number(),
                                row.get("peak").number(),
                                row.get("end-hours").number()))
                        .toList(),
                at.get("extra-peak").get("points").number(),
                at.get("extra-peak").get("when").term(),
                at.get("extra-end").get("hours").number(),
                at.get("extra-end").get("when").term(),
                new OwnCurves(
                        own.get("from-plan").number(),
                        own.get("visits").number(),
                        own.get("pressure-within").number(),
                        own.get("margin-hours").number(),
                        own.get("least-hours").number()));
    }

    private Triage triage(At at) {
        Map<Outcome, Words> outcomes = new EnumMap<>(Outcome.class);
        for (At words : at.get("outcomes").fields()) {
            outcomes.put(
                    Outcome.valueOf(words.key()),
                    new Words(
                            words.get("headline").text(),
                            words.get("guidance").list().stream().map(At::text).toList()));
        }
        var rules = new HashSet<String>();
        return new Triage(
                outcomes,
                at.get("rows").list().stream()
                        .map(row -> new TriageRow(
                                rule(row, rules),
                                row.get("outcome").code(Outcome.class),
                                row.get("when").term(),
                                row.optional("guidance").list().stream()
                                        .map(At::text)
                                        .toList()))
                        .toList(),
                sources(at),
                evidence(at));
    }

    private static Unused unused(At at) {
        return new Unused(
                at.optional("regions").codes(Region.class),
                at.optional("techniques").codes(Technique.class),
                at.optional("findings").codes(Finding.class),
                at.optional("goals").codes(Goal.class),
                at.optional("conditions").codes(Condition.class),
                at.optional("symptoms").codes(Symptom.class),
                at.optional("only-before-session").codes(Condition.class));
    }

    private List<String> sources(At at) {
        var keys = at.get("sources").list();
        for (At key : keys) {
            if (!sourceKeys.contains(key.text())) {
                key.fail("unknown source \"" + key.text() + "\"");
            }
        }
        return keys.stream().map(At::text).toList();
    }

    private static Evidence evidence(At at) {
        return Evidence.valueOf(at.get("evidence").text());
    }

    private static Set<String> known(At at, Set<String> codes) {
        var known = new LinkedHashSet<String>();
        for (At code : at.list()) {
            if (!codes.contains(code.text())) {
                code.fail("unknown item \"" + code.text() + "\"");
            }
            known.add(code.text());
        }
        return known;
    }

    // ------------------------------------------------------------------ a place in the file

    private At at(String pointer, @Nullable JsonNode node) {
        return new At(pointer, node);
    }

    /** A place in the file; what is asked of it has been held against the schema. */
    private final class At {

        private final String pointer;
        private final @Nullable JsonNode node;

        At(String pointer, @Nullable JsonNode node) {
            this.pointer = pointer;
            this.node = node;
        }

        private JsonNode there() {
            if (node == null) {
                throw new IllegalStateException("the schema let " + pointer + " be missing");
            }
            return node;
        }

        void fail(String reason) {
            problems.add(new ProtocolProblem(tree.line(pointer), pointer, reason));
        }

        String key() {
            return pointer.substring(pointer.lastIndexOf('/') + 1);
        }

        boolean has(String name) {
            return node != null && node.has(name);
        }

        boolean isObject() {
            return there().isObject();
        }

        At get(String name) {
            return at(pointer + "/" + name, there().get(name));
        }

        At optional(String name) {
            return at(pointer + "/" + name, node == null ? null : node.get(name));
        }

        List<At> list() {
            var list = new ArrayList<At>();
            if (node != null) {
                for (int i = 0; i < node.size(); i++) {
                    list.add(at(pointer + "/" + i, node.get(i)));
                }
            }
            return list;
        }

        List<At> fields() {
            var fields = new ArrayList<At>();
            if (node != null) {
                node.properties().forEach(entry -> fields.add(at(pointer + "/" + entry.getKey(), entry.getValue())));
            }
            return fields;
        }

        String text() {
            return there().asString().strip();
        }

        @Nullable
        String textOrNull(String name) {
            return has(name) ? get(name).text() : null;
        }

        int number() {
            return there().asInt();
        }

        boolean flag(String name, boolean otherwise) {
            return has(name) ? get(name).there().asBoolean() : otherwise;
        }

        <E extends Enum<E>> E code(Class<E> vocabulary) {
            return Enum.valueOf(vocabulary, text());
        }

        /** One code or a list of them; none if there is nothing here. */
        <E extends Enum<E>> Set<E> codes(Class<E> vocabulary) {
            var codes = EnumSet.noneOf(vocabulary);
            if (node == null) {
                return codes;
            }
            if (node.isArray()) {
                list().forEach(entry -> codes.add(entry.code(vocabulary)));
            } else if ("all".equals(text())) {
                codes.addAll(EnumSet.allOf(vocabulary));
            } else {
                codes.add(code(vocabulary));
            }
            return codes;
        }

        /** Regions and groups of regions. */
        Set<Region> regions() {
            var regions = EnumSet.noneOf(Region.class);
            Collection<At> names = there().isArray() ? list() : List.of(this);
            for (At name : names) {
                String text = name.text();
                Set<Region> group = groups.get(text);
                if (group != null) {
                    regions.addAll(group);
                } else if (Arrays.stream(Region.values())
                        .anyMatch(region -> region.name().equals(text))) {
                    regions.add(Region.valueOf(text));
                } else {
                    name.fail("unknown group of regions \"" + text + "\"");
                }
            }
            return regions;
        }

        Term term() {
            if (there().isString()) {
                return "session".equals(text()) ? new Term.Always() : new Term.AboveBand();
            }
            Map<String, Function<At, Term>> tests = new LinkedHashMap<>();
            tests.put("all", at -> new Term.All(at.list().stream().map(At::term).toList()));
            tests.put("any", at -> new Term.Any(at.list().stream().map(At::term).toList()));
            tests.put("not", at -> new Term.Not(at.term()));
            tests.put(
                    "finding",
                    at -> new Term.HasFinding(
                            at.codes(Finding.class), has("in") ? get("in").regions() : null));
            tests.put("technique", at -> new Term.HasTechnique(at.codes(Technique.class)));
            tests.put("goal", at -> new Term.HasGoal(at.codes(Goal.class)));
            tests.put("condition", at -> new Term.HasCondition(at.codes(Condition.class)));
            tests.put("region", at -> new Term.InRegion(at.regions()));
            tests.put("pressure", at -> new Term.PressureIs(at.bound()));
            tests.put("minutes", at -> new Term.MinutesIs(at.bound()));
            tests.put("pain-today", at -> new Term.PainTodayIs(at.bound()));
            tests.put("pick", at -> {
                picks.add(at);
                return new Term.Picked(at.text());
            });
            tests.put(
                    "history",
                    at -> new Term.HistoryIs(
                            Term.Metric.valueOf(
                                    at.text().toUpperCase(Locale.ROOT).replace('-', '_')),
                            bound()));
            tests.put("last-outcome", at -> new Term.LastOutcomeAtLeast(at.code(Outcome.class)));
            tests.put("symptom", at -> new Term.HasSymptom(at.codes(Symptom.class)));
            tests.put("pain", at -> new Term.PainIs(at.bound()));
            tests.put("above-baseline", at -> new Term.AboveBaselineIs(at.bound()));
            tests.put("rise", at -> new Term.RiseIs(at.bound()));
            tests.put("hours", at -> new Term.HoursIs(at.bound()));
            var present = tests.keySet().stream().filter(this::has).toList();
            if (present.size() != 1) {
                fail("a condition asks exactly one thing, not " + present);
                return new Term.Always();
            }
            String test = present.getFirst();
            long more = there().size()
                    - 1L
                    - (test.equals("finding") && has("in") ? 1 : 0)
                    - (test.equals("history") ? 1 : 0);
            if (more != 0) {
                fail("\"" + test + "\" does not go with what stands beside it");
                return new Term.Always();
            }
            return Objects.requireNonNull(tests.get(test)).apply(get(test));
        }

        private Term.Bound bound() {
            for (var op : Term.Op.values()) {
                String name = op.name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (has(name)) {
                    return new Term.Bound(op, get(name).number());
                }
            }
            fail("at-least, at-most, above or below is missing");
            return new Term.Bound(Term.Op.AT_LEAST, 0);
        }
    }
}
