package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.ProtocolDefinition.Band;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.aftercare.engine.ProtocolDefinition.Exclusion;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.engine.ProtocolDefinition.Kind;
import app.afterwell.aftercare.engine.ProtocolDefinition.Limits;
import app.afterwell.aftercare.engine.ProtocolDefinition.Offer;
import app.afterwell.aftercare.engine.ProtocolDefinition.PromptRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.SafetyRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Step;
import app.afterwell.aftercare.engine.ProtocolDefinition.Triage;
import app.afterwell.aftercare.engine.ProtocolDefinition.TriageRow;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A protocol of a few made-up items, so that a test can say what exactly follows from one rule. */
final class SmallProtocol {

    private static final ProtocolDefinition CLINIC = ClinicProtocol.WRITTEN;

    private final List<Made> items = new ArrayList<>();
    private final List<PromptRow> prompts = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<TriageRow> triage = new ArrayList<>();
    private Limits limits = new Limits(20, 200, 12);
    private Band band = CLINIC.band();

    /** An item while it is being made: specific, for the whole body, at no cost. */
    static final class Made {

        private final String code;
        private Kind kind = Kind.SPECIFIC;
        private Set<Region> regions;
        private boolean wholeBodySafety;
        private int minutes;
        private String group;
        private String partOf;
        private Term suits;
        private final List<Step> steps = new ArrayList<>(List.of(new Step(null, "Do it.")));
        private final List<Offer> offers = new ArrayList<>();
        private final List<SafetyRow> safety = new ArrayList<>();

        private Made(String code) {
            this.code = code;
        }

        Made basic() {
            kind = Kind.BASIC;
            return this;
        }

        Made on(Region... where) {
            regions = Set.of(where);
            return this;
        }

        Made wholeBodySafety() {
            wholeBodySafety = true;
            return this;
        }

        Made costs(int minutesADay) {
            minutes = minutesADay;
            return this;
        }

        Made group(String name) {
            group = name;
            return this;
        }

        Made partOf(String item) {
            partOf = item;
            return this;
        }

        Made suits(Term term) {
            suits = term;
            return this;
        }

        Made step(Term when, String text) {
            steps.add(new Step(when, text));
            return this;
        }

        Made offer(Term when) {
            offers.add(new Offer("offer-" + (offers.size() + 1), when));
            return this;
        }

        Made withhold(Term when) {
            return row(Effect.WITHHOLD, when, null, List.of());
        }

        Made review(Term when) {
            return row(Effect.REVIEW, when, null, List.of());
        }

        Made modify(Term when, String dose, String... add) {
            return row(Effect.MODIFY, when, dose, List.of(add));
        }

        private Made row(Effect effect, Term when, String dose, List<String> add) {
            safety.add(new SafetyRow(
                    "row-" + (safety.size() + 1), effect, when, null, dose, add, List.of("OWN"), Evidence.CAUTION));
            return this;
        }

        private Item item() {
            return new Item(
                    code,
                    kind,
                    true,
                    partOf,
                    "Title of " + code,
                    regions,
                    wholeBodySafety,
                    minutes,
                    group,
                    List.of(0),
                    "Dose of " + code,
                    steps,
                    null,
                    List.of("S0"),
                    Evidence.LIMITED,
                    offers,
                    suits,
                    safety,
                    null);
        }
    }

    Made item(String code) {
        var item = new Made(code);
        items.add(item);
        return item;
    }

    SmallProtocol limits(int specificItems, int minutesPerDay) {
        limits = new Limits(specificItems, minutesPerDay, 12);
        return this;
    }

    SmallProtocol prompt(String code, Term... when) {
        var rows = new ArrayList<Offer>();
        for (Term term : when) {
            rows.add(new Offer("row-" + (rows.size() + 1), term));
        }
        prompts.add(new PromptRow(code, "Text of " + code, rows, List.of("OWN"), Evidence.CAUTION));
        return this;
    }

    SmallProtocol exclusion(String keep, String withhold) {
        exclusions.add(
                new Exclusion("not-with-" + keep, Set.of(keep), Set.of(withhold), List.of("OWN"), Evidence.CAUTION));
        return this;
    }

    SmallProtocol triage(Outcome outcome, Term when) {
        triage.add(new TriageRow("row-" + (triage.size() + 1), outcome, when, List.of()));
        return this;
    }

    SmallProtocol band(Band table) {
        band = table;
        return this;
    }

    CompiledProtocol compile() {
        return CompiledProtocol.compile(
                new ProtocolDefinition(
                        1,
                        "Made up",
                        CLINIC.sources(),
                        CLINIC.reach(),
                        CLINIC.worstFirst(),
                        limits,
                        CLINIC.oneToolFirst(),
                        CLINIC.checkIns(),
                        CLINIC.relative(),
                        exclusions,
                        items.stream().map(Made::item).toList(),
                        prompts,
                        List.of(),
                        band,
                        new Triage(Map.of(), triage, List.of("S3"), Evidence.LIMITED),
                        CLINIC.unused()),
                true);
    }
}
