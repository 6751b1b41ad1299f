package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.WithheldItem;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the catalogue's table, by name: when an item is offered, and what safety does with it. */
class CatalogueTableTests {

    private static final CompiledProtocol PROTOCOL = ClinicProtocol.EVERYTHING;

    private static final List<String> ROLLING = List.of(
            "foam-roll-quads",
            "foam-roll-hamstrings",
            "foam-roll-calves",
            "foam-roll-it-band",
            "foam-roll-upper-back",
            "ball-release",
            "massage-device",
            "vibration-plate",
            "chair-massager");

    private static final List<String> STRETCHES = List.of(
            "stretch-hip-flexors",
            "stretch-chest",
            "stretch-neck",
            "stretch-hamstrings",
            "stretch-calves",
            "stretch-glutes");

    private static SessionFindings session(String item, Finding... more) {
        return switch (item) {
            case "rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist", "moist-heat" ->
                on(Region.GLUTES, more, Finding.TIGHTNESS).build();
            case "stretch-hip-flexors" ->
                on(Region.HIP_FLEXORS, more, Finding.TIGHTNESS).build();
            case "stretch-chest" ->
                on(Region.CHEST, more, Finding.RESTRICTED_MOTION).build();
            case "stretch-neck" -> on(Region.NECK, more, Finding.TIGHTNESS).build();
            case "stretch-hamstrings" ->
                on(Region.HAMSTRINGS, more, Finding.TIGHTNESS).build();
            case "stretch-calves" ->
                on(Region.CALVES, more, Finding.RESTRICTED_MOTION).build();
            case "stretch-glutes" -> on(Region.GLUTES, more, Finding.TIGHTNESS).build();
            case "foam-roll-quads" -> on(Region.QUADS, more, Finding.TIGHTNESS).build();
            case "foam-roll-hamstrings" ->
                on(Region.HAMSTRINGS, more, Finding.TENDERNESS).build();
            case "foam-roll-calves" ->
                on(Region.CALVES, more, Finding.TIGHTNESS).build();
            case "foam-roll-it-band" ->
                on(Region.IT_BAND, more, Finding.TENDERNESS).build();
            case "foam-roll-upper-back" ->
                on(Region.UPPER_BACK, more, Finding.TIGHTNESS)
                        .pick("foam-roll-upper-back")
                        .build();
            case "ball-release" -> on(Region.FOOT, more, Finding.TRIGGER_POINT).build();
            case "foot-ball-roll" -> on(Region.FOOT, more, Finding.TIGHTNESS).build();
            case "peanut-suboccipitals" ->
                on(Region.SUBOCCIPITALS, more, Finding.TIGHTNESS).build();
            case "roller-rest-lengthwise" ->
                on(Region.MID_BACK, more, Finding.TIGHTNESS).build();
            case "physio-ball-drape" ->
                on(Region.LOWER_BACK, more, Finding.TENDERNESS)
                        .pick("physio-ball-drape")
                        .build();
            case "spine-decompress" ->
                on(Region.LOWER_BACK, more, Finding.TIGHTNESS)
                        .pick("spine-decompress")
                        .build();
            case "epsom-bath", "vinegar-and-aroma" ->
                on(Region.GLUTES, more, Finding.TENDERNESS).build();
            case "infrared-mat" -> on(Region.GLUTES, more, Finding.TENDERNESS).build();
            case "massage-device", "vibration-plate", "chair-massager" ->
                on(Region.CALVES, more, Finding.TIGHTNESS).build();
            case "fascial-unwinding" ->
                on(Region.GLUTES, more)
                        .goal(Goal.CHRONIC_PAIN)
                        .pick("fascial-unwinding")
                        .build();
            // BRUISING, because tenderness would bring the infrared mat, which does not go with a rub.
            case "topical-analgesic", "arnica-gel" ->
                on(Region.GLUTES, more, Finding.BRUISING).build();
            case "magnesium-talk" -> on(Region.GLUTES, more).goal(Goal.STRESS).build();
            case "supplement-talk" ->
                on(Region.GLUTES, more).pick("supplement-talk").build();
            case "technique-care" ->
                Given.session()
                        .technique(Technique.CUPPING)
                        .area(Region.GLUTES, Side.LEFT, more)
                        .build();
            default -> throw new IllegalArgumentException(item);
        };
    }

    private static Given on(Region region, Finding[] more, Finding... findings) {
        var all = new LinkedHashSet<>(List.of(findings));
        all.addAll(List.of(more));
        return Given.session().area(region, Side.LEFT, all.toArray(Finding[]::new));
    }

    private static List<String> allItems() {
        return PROTOCOL.items().stream().map(CatalogueItem::code).toList();
    }

    // ------------------------------------------------------------------ offered when

    static Stream<String> everyItem() {
        return allItems().stream();
    }

    @ParameterizedTest(name = "{0} is offered to a healthy client")
    @MethodSource("everyItem")
    void offersToAHealthyClient(String item) {
        assertThat(verdict(item, session(item), Given.healthy())).isEqualTo("offered");
    }

    record Offer(String item, String when, Given session, boolean offered) {
        @Override
        public String toString() {
            return item + (offered ? " with " : " not with ") + when;
        }
    }

    static Stream<Offer> offers() {
        var offers = new ArrayList<Offer>();
        for (String safe : List.of("rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist")) {
            offers.add(new Offer(safe, "nothing worked on", Given.session(), true));
        }
        for (Region region : Region.values()) {
            offers.add(new Offer("moist-heat", "tight " + region, just(region, Finding.TIGHTNESS), true));
            offers.add(new Offer("moist-heat", "guarded " + region, just(region, Finding.GUARDING), true));
            offers.add(new Offer("moist-heat", "tender " + region, just(region, Finding.TENDERNESS), false));
            for (String roll : List.of("quads", "hamstrings", "calves", "it-band")) {
                boolean there = region.name()
                        .equals(roll.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
                offers.add(new Offer("foam-roll-" + roll, "tight " + region, just(region, Finding.TIGHTNESS), there));
                offers.add(new Offer("foam-roll-" + roll, "tender " + region, just(region, Finding.TENDERNESS), there));
                offers.add(new Offer(
                        "foam-roll-" + roll, "stiff " + region, just(region, Finding.RESTRICTED_MOTION), false));
            }
            offers.add(new Offer("foam-roll-upper-back", "tight " + region, just(region, Finding.TIGHTNESS), false));
            offers.add(new Offer("physio-ball-drape", "tender " + region, just(region, Finding.TENDERNESS), false));
            offers.add(new Offer("spine-decompress", "tight " + region, just(region, Finding.TIGHTNESS), false));
            boolean balls = EnumSet.of(
                            Region.SUBOCCIPITALS,
                            Region.UPPER_BACK,
                            Region.CHEST,
                            Region.PIRIFORMIS,
                            Region.GLUTES,
                            Region.FOOT)
                    .contains(region);
            offers.add(
                    new Offer("ball-release", "trigger point " + region, just(region, Finding.TRIGGER_POINT), balls));
            offers.add(new Offer("ball-release", "tender " + region, just(region, Finding.TENDERNESS), balls));
            offers.add(new Offer("ball-release", "tight " + region, just(region, Finding.TIGHTNESS), false));
            boolean along =
                    EnumSet.of(Region.UPPER_BACK, Region.MID_BACK, Region.CHEST).contains(region);
            offers.add(new Offer("roller-rest-lengthwise", "tight " + region, just(region, Finding.TIGHTNESS), along));
            boolean foot = EnumSet.of(Region.FOOT, Region.CALVES).contains(region);
            offers.add(new Offer("foot-ball-roll", "work on " + region, just(region), foot));
            boolean skull = EnumSet.of(Region.SUBOCCIPITALS, Region.UPPER_TRAPS).contains(region);
            offers.add(new Offer("peanut-suboccipitals", "work on " + region, just(region), skull));
        }
        stretch(offers, "stretch-hip-flexors", Region.HIP_FLEXORS);
        stretch(offers, "stretch-chest", Region.CHEST);
        stretch(offers, "stretch-neck", Region.NECK, Region.SUBOCCIPITALS, Region.UPPER_TRAPS);
        stretch(offers, "stretch-hamstrings", Region.HAMSTRINGS);
        stretch(offers, "stretch-calves", Region.CALVES);
        stretch(offers, "stretch-glutes", Region.GLUTES, Region.PIRIFORMIS);
        offers.add(new Offer("foot-ball-roll", "plantar pain", Given.session().goal(Goal.PLANTAR_PAIN), true));
        offers.add(new Offer(
                "peanut-suboccipitals", "the goal headache", Given.session().goal(Goal.HEADACHE), true));
        offers.add(new Offer("peanut-suboccipitals", "a headache found", just(Region.SCALP, Finding.HEADACHE), true));
        offers.add(new Offer(
                "epsom-bath", "pressure 4", Given.session().pressure(4).area(Region.HAND, Side.LEFT), true));
        offers.add(new Offer("epsom-bath", "pressure 3", Given.session().area(Region.HAND, Side.LEFT), false));
        offers.add(new Offer("epsom-bath", "tenderness", just(Region.HAND, Finding.TENDERNESS), true));
        offers.add(new Offer("epsom-bath", "stress", Given.session().goal(Goal.STRESS), true));
        offers.add(new Offer("epsom-bath", "poor sleep", Given.session().goal(Goal.POOR_SLEEP), true));
        for (String picked : List.of("fascial-unwinding", "supplement-talk")) {
            offers.add(new Offer(picked, "no pick", Given.session().goal(Goal.CHRONIC_PAIN), false));
            offers.add(new Offer(picked, "a pick", Given.session().pick(picked), true));
        }
        for (Goal goal : List.of(Goal.STRESS, Goal.POOR_SLEEP, Goal.CHRONIC_PAIN)) {
            offers.add(new Offer(
                    "magnesium-talk", "the goal " + goal, Given.session().goal(goal), true));
        }
        offers.add(new Offer("magnesium-talk", "no goal", Given.session(), false));
        for (Technique technique : Technique.values()) {
            boolean care = EnumSet.of(
                            Technique.CUPPING,
                            Technique.HOT_STONE,
                            Technique.INSTRUMENT_ASSISTED,
                            Technique.PRENATAL,
                            Technique.LYMPHATIC_DRAINAGE,
                            Technique.CRANIOSACRAL)
                    .contains(technique);
            offers.add(new Offer(
                    "technique-care",
                    technique.name(),
                    Given.session().technique(technique).area(Region.GLUTES, Side.LEFT),
                    care));
        }
        return offers.stream();
    }

    private static Given just(Region region, Finding... findings) {
        return Given.session().area(region, Side.LEFT, findings);
    }

    private static void stretch(List<Offer> offers, String item, Region... regions) {
        for (Region region : Region.values()) {
            boolean there = List.of(regions).contains(region);
            offers.add(new Offer(item, "tight " + region, just(region, Finding.TIGHTNESS), there));
            offers.add(new Offer(item, "stiff " + region, just(region, Finding.RESTRICTED_MOTION), there));
            offers.add(new Offer(item, "tender " + region, just(region, Finding.TENDERNESS), false));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offers")
    void offersWhenTheTableSays(Offer offer) {
        assertThat(verdict(offer.item(), offer.session().build(), Given.healthy()))
                .isEqualTo(offer.offered() ? "offered" : "none");
    }

    // ------------------------------------------------------------------ safety, conditions

    record Cell(String item, Condition condition, String verdict, Strength strength) {
        @Override
        public String toString() {
            return item + " with " + condition + ": " + verdict + (strength == null ? "" : " " + strength);
        }
    }

    private static final String W = "withheld";
    private static final String R = "review";
    private static final String M = "modified";

    /** The safety column, condition by condition; what is not listed leaves the item alone. */
    private static Optional<Cell> cell(String item, Condition condition) {
        String verdict = null;
        if (ROLLING.contains(item)) {
            verdict = pick(
                    condition,
                    verdict,
                    W,
                    "ANTICOAGULANTS BLEEDING_DISORDER BLOOD_CLOT_HISTORY OSTEOPOROSIS RECENT_FRACTURE ACUTE_INJURY OPEN_WOUND REDUCED_SENSATION");
            verdict = pick(condition, verdict, R, "PREGNANCY CONNECTIVE_TISSUE_DISORDER");
            if (condition == Condition.VARICOSE_VEINS && !item.equals("foam-roll-upper-back")) {
                verdict = W; // the sessions above are on the legs
            }
        }
        if (STRETCHES.contains(item)) {
            verdict = pick(condition, verdict, R, "CONNECTIVE_TISSUE_DISORDER RECENT_SURGERY RECENT_FRACTURE");
        }
        verdict = switch (item) {
            case "hydrate" -> pick(condition, verdict, M, "FLUID_RESTRICTION HEART_CONDITION KIDNEY_DISEASE");
            case "gentle-movement" ->
                pick(condition, pick(condition, verdict, M, "BALANCE_RISK"), R, "ACUTE_INJURY RECENT_FRACTURE");
            case "moist-heat" -> {
                String v = pick(condition, verdict, W, "REDUCED_SENSATION ACUTE_INJURY");
                v = pick(condition, v, R, "DIABETES");
                yield pick(condition, v, M, "PREGNANCY");
            }
            case "roller-rest-lengthwise" ->
                pick(condition, verdict, W, "OSTEOPOROSIS SPINAL_STENOSIS BALANCE_RISK PREGNANCY");
            case "ball-release" -> pick(condition, verdict, M, "ALLERGY_LATEX NEW_TO_BODYWORK");
            case "foot-ball-roll" ->
                pick(
                        condition,
                        verdict,
                        W,
                        // the last three are this protocol's own
                        "DIABETES REDUCED_SENSATION OPEN_WOUND ACUTE_INJURY RECENT_FRACTURE");
            case "peanut-suboccipitals" ->
                pick(
                        condition,
                        verdict,
                        W,
                        "OSTEOPOROSIS BLOOD_CLOT_HISTORY ANTICOAGULANTS STROKE_OR_TIA VERTIGO CONNECTIVE_TISSUE_DISORDER");
            case "physio-ball-drape" ->
                pick(
                        condition,
                        verdict,
                        W,
                        "SPINAL_STENOSIS DISC_PROBLEM OSTEOPOROSIS BALANCE_RISK PREGNANCY RECENT_SURGERY UNCONTROLLED_HYPERTENSION EPILEPSY VERTIGO");
            case "spine-decompress" ->
                pick(
                        condition,
                        verdict,
                        W,
                        "BALANCE_RISK OSTEOPOROSIS SPINAL_STENOSIS DISC_PROBLEM RECENT_SURGERY RECENT_FRACTURE PREGNANCY UNCONTROLLED_HYPERTENSION CONNECTIVE_TISSUE_DISORDER");
            case "epsom-bath", "vinegar-and-aroma" -> {
                String v = pick(condition, verdict, W, "OPEN_WOUND SKIN_INFECTION ALLERGY_MAGNESIUM_SALTS");
                v = pick(
                        condition,
                        v,
                        R,
                        "PREGNANCY HEART_CONDITION LOW_BLOOD_PRESSURE UNCONTROLLED_HYPERTENSION KIDNEY_DISEASE");
                if (item.equals("vinegar-and-aroma")) {
                    yield condition == Condition.PREGNANCY ? W : v;
                }
                yield pick(condition, v, M, "EPILEPSY DIABETES REDUCED_SENSATION");
            }
            case "infrared-mat" ->
                pick(
                        condition,
                        pick(condition, verdict, R, "OTHER_MEDICATION"),
                        W,
                        "REDUCED_SENSATION PREGNANCY CANCER_TREATMENT ACUTE_INJURY IMPLANT_OR_PACEMAKER");
            case "vibration-plate" ->
                pick(
                        condition,
                        verdict,
                        W,
                        "PREGNANCY EPILEPSY DISC_PROBLEM RECENT_SURGERY IMPLANT_OR_PACEMAKER VERTIGO");
            case "fascial-unwinding" ->
                pick(
                        condition,
                        pick(condition, verdict, R, "CONNECTIVE_TISSUE_DISORDER OSTEOPOROSIS"),
                        W,
                        "ACUTE_INJURY RECENT_SURGERY RECENT_FRACTURE");
            case "topical-analgesic", "arnica-gel" ->
                pick(
                        condition,
                        pick(condition, verdict, R, "PREGNANCY BREASTFEEDING ANTICOAGULANTS"),
                        W,
                        "ALLERGY_ARNICA_OR_DAISY ALLERGY_SALICYLATES OPEN_WOUND MINOR");
            case "magnesium-talk" ->
                pick(
                        condition,
                        verdict,
                        W,
                        "KIDNEY_DISEASE OTHER_MEDICATION ANTICOAGULANTS HEART_CONDITION PREGNANCY BREASTFEEDING MINOR");
            case "supplement-talk" ->
                pick(condition, verdict, W, "ANTICOAGULANTS LIVER_DISEASE OTHER_MEDICATION PREGNANCY MINOR");
            default -> verdict;
        };
        return verdict == null
                ? Optional.empty()
                : Optional.of(new Cell(item, condition, verdict, verdict.equals(W) ? strength(item, condition) : null));
    }

    private static String pick(Condition condition, String otherwise, String verdict, String codes) {
        return List.of(codes.split(" ")).contains(condition.name()) ? verdict : otherwise;
    }

    /** Section 4: what may be overruled with a reason. */
    private static Strength strength(String item, Condition condition) {
        boolean relative = switch (condition) {
            case DISC_PROBLEM, BALANCE_RISK, VERTIGO, UNCONTROLLED_HYPERTENSION, VARICOSE_VEINS -> true;
            case OTHER_MEDICATION, DIABETES, IMPLANT_OR_PACEMAKER -> true;
            case PREGNANCY ->
                Set.of(
                                "roller-rest-lengthwise",
                                "physio-ball-drape",
                                "spine-decompress",
                                "infrared-mat",
                                "magnesium-talk",
                                "supplement-talk")
                        .contains(item);
            case EPILEPSY -> item.equals("physio-ball-drape");
            case STROKE_OR_TIA -> item.equals("peanut-suboccipitals");
            case ANTICOAGULANTS, HEART_CONDITION, BREASTFEEDING ->
                item.equals("magnesium-talk") || item.equals("supplement-talk");
            default -> false;
        };
        return relative ? Strength.RELATIVE : Strength.ABSOLUTE;
    }

    static Stream<Cell> cells() {
        return allItems().stream()
                .flatMap(item -> Arrays.stream(Condition.values())
                        .map(condition -> cell(item, condition).orElse(new Cell(item, condition, "offered", null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void keepsTheSafetyColumn(Cell cell) {
        var plan = PROTOCOL.plan(session(cell.item()), Given.profile(cell.condition()), Given.KNOWN);

        assertThat(verdict(cell.item(), plan)).isEqualTo(cell.verdict());
        if (cell.strength() != null) {
            var withheld = find(plan.withheld(), cell.item());
            assertThat(withheld.strength()).isEqualTo(cell.strength());
            assertThat(withheld.because())
                    .anySatisfy(because -> assertThat(because.facts())
                            .contains(cell.condition().name()));
        }
    }

    // ------------------------------------------------------------------ safety, findings on the area

    record FindingCell(String item, Finding finding, String verdict) {
        @Override
        public String toString() {
            return item + " on an area with " + finding + ": " + verdict;
        }
    }

    static Stream<FindingCell> findingCells() {
        var rolling = EnumSet.of(Finding.SWELLING, Finding.HEAT_OR_REDNESS, Finding.BRUISING, Finding.BROKEN_SKIN);
        var heat = EnumSet.of(Finding.SWELLING, Finding.HEAT_OR_REDNESS, Finding.NUMBNESS, Finding.BROKEN_SKIN);
        var nerves = EnumSet.of(Finding.NUMBNESS, Finding.TINGLING, Finding.WEAKNESS);
        return allItems().stream()
                .flatMap(item -> Arrays.stream(Finding.values()).map(finding -> {
                    Set<Finding> stops = Set.of();
                    if (ROLLING.contains(item) || item.equals("foot-ball-roll")) {
                        stops = rolling;
                    } else if (STRETCHES.contains(item)) {
                        stops = EnumSet.of(Finding.NUMBNESS, Finding.WEAKNESS);
                    } else if (item.equals("moist-heat") || item.equals("infrared-mat")) {
                        // for the mat this is the protocol's own: it is warmth too
                        stops = heat;
                    } else if (item.equals("peanut-suboccipitals") || item.equals("physio-ball-drape")) {
                        stops = nerves;
                    } else if (Set.of("epsom-bath", "vinegar-and-aroma").contains(item)) {
                        stops = EnumSet.of(Finding.BROKEN_SKIN);
                    } else if (Set.of("topical-analgesic", "arnica-gel").contains(item)) {
                        // tightness, guarding and tenderness bring warmth to the same area
                        stops = EnumSet.of(
                                Finding.BROKEN_SKIN, Finding.TIGHTNESS, Finding.GUARDING, Finding.TENDERNESS);
                    }
                    return new FindingCell(item, finding, stops.contains(finding) ? W : "offered");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("findingCells")
    void keepsTheSafetyColumnForFindings(FindingCell cell) {
        var plan = PROTOCOL.plan(session(cell.item(), cell.finding()), Given.healthy(), Given.KNOWN);

        assertThat(verdict(cell.item(), plan)).isEqualTo(cell.verdict());
        if (cell.verdict().equals(W)) {
            assertThat(find(plan.withheld(), cell.item()).strength()).isEqualTo(Strength.ABSOLUTE);
        }
    }

    // ------------------------------------------------------------------ what the tests above ask

    static String verdict(String item, SessionFindings session, SafetyProfile safety) {
        return verdict(item, PROTOCOL.plan(session, safety, Given.KNOWN));
    }

    static String verdict(String item, PlanResult plan) {
        if (plan.withheld().stream().anyMatch(row -> row.item().equals(item))) {
            return W;
        }
        if (plan.review().stream().anyMatch(row -> row.item().equals(item))) {
            return R;
        }
        return Stream.concat(plan.offered().stream(), plan.later().stream())
                .filter(row -> row.item().equals(item))
                .findFirst()
                .map(row -> row.modified() ? M : "offered")
                .orElse("none");
    }

    private static WithheldItem find(List<WithheldItem> rows, String item) {
        return rows.stream().filter(row -> row.item().equals(item)).findFirst().orElseThrow();
    }

    static Set<String> codes(List<PlanItem> items) {
        return items.stream().map(PlanItem::item).collect(Collectors.toSet());
    }

    static SafetyProfile with(ConditionEntry... entries) {
        return Given.profile(entries);
    }
}
