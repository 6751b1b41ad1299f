package app.afterwell.aftercare.engine;

import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of the protocol as it was written, with groups and shared rows put in place.
 *
 * @param sources titles by key
 * @param reach what lies in reach of a region, itself not included
 * @param worstFirst all findings, the one that asks most for care first
 * @param unused what of the vocabulary is known not to be used
 */
public record ProtocolDefinition(
        int version,
        String notice,
        Map<String, String> sources,
        Map<Region, Set<Region>> reach,
        List<Finding> worstFirst,
        Limits limits,
        OneToolFirst oneToolFirst,
        List<Duration> checkIns,
        List<Relative> relative,
        List<Exclusion> exclusions,
        List<Item> items,
        List<PromptRow> prompts,
        List<CareRow> beforeSession,
        Band band,
        Triage triage,
        Unused unused) {

    /** The same under another number. */
    public ProtocolDefinition withVersion(int number) {
        return new ProtocolDefinition(
                number,
                notice,
                sources,
                reach,
                worstFirst,
                limits,
                oneToolFirst,
                checkIns,
                relative,
                exclusions,
                items,
                prompts,
                beforeSession,
                band,
                triage,
                unused);
    }

    /** The same with these items switched on too. */
    public ProtocolDefinition withSwitchedOn(Set<String> codes) {
        return new ProtocolDefinition(
                version,
                notice,
                sources,
                reach,
                worstFirst,
                limits,
                oneToolFirst,
                checkIns,
                relative,
                exclusions,
                items.stream()
                        .map(item -> codes.contains(item.code()) ? item.switchedOnToo() : item)
                        .toList(),
                prompts,
                beforeSession,
                band,
                triage,
                unused);
    }

    /** How much a plan may ask of a client. */
    public record Limits(int specificItems, int minutesPerDay, int profileMonths) {}

    /** When a plan leads with fewer specific items, and with how many. */
    public record OneToolFirst(String rule, int items, Term when, List<String> sources, Evidence evidence) {}

    /**
     * Facts that make a withheld item RELATIVE.
     *
     * @param items for which; empty means all
     * @param cleared only if somebody has cleared it in writing
     */
    public record Relative(Set<Condition> conditions, Set<String> items, boolean cleared) {}

    /** On one area the one stays and the other does not. */
    public record Exclusion(
            String rule, Set<String> keep, Set<String> withhold, List<String> sources, Evidence evidence) {}

    /** What part an item plays in a plan. */
    public enum Kind {
        /** One of the safe four, offered even if nothing is known of the client. */
        SAFE,
        /** A basic: in every plan that it fits, without counting against the limits. */
        BASIC,
        /** One of the tools. */
        SPECIFIC
    }

    /**
     * A line of the catalogue.
     *
     * @param partOf the item that it goes with
     * @param regions where it can be done, area by area; null means that it is for the whole body
     * @param wholeBodySafety whether a condition counts wherever it is, not only in reach of the area
     * @param minutes what it costs a day
     * @param group items of one group together cost at most 10 minutes a day
     * @param suits what usually goes with a pick; null if nothing does
     * @param noSafetyRows why there are none; null if there are
     */
    public record Item(
            String code,
            Kind kind,
            boolean switchedOn,
            @Nullable String partOf,
            String title,
            @Nullable Set<Region> regions,
            boolean wholeBodySafety,
            int minutes,
            @Nullable String group,
            List<Integer> days,
            String dose,
            List<Step> steps,
            @Nullable String background,
            List<String> sources,
            Evidence evidence,
            List<Offer> offers,
            @Nullable Term suits,
            List<SafetyRow> safety,
            @Nullable String noSafetyRows) {

        Item switchedOnToo() {
            return new Item(
                    code,
                    kind,
                    true,
                    partOf,
                    title,
                    regions,
                    wholeBodySafety,
                    minutes,
                    group,
                    days,
                    dose,
                    steps,
                    background,
                    sources,
                    evidence,
                    offers,
                    suits,
                    safety,
                    noSafetyRows);
        }
    }

    /** One step of an item; {@code when} is null if it always belongs. */
    public record Step(@Nullable Term when, String text) {}

    /** A rule that offers an item. */
    public record Offer(String rule, Term when) {}

    /** What safety does with an item. */
    public enum Effect {
        MODIFY,
        REVIEW,
        WITHHOLD
    }

    /**
     * A rule by which safety stops or changes an item.
     *
     * @param prompt what the therapist is told besides; null if nothing
     * @param dose replaces the item's; null leaves it
     * @param add steps that come after the item's own
     */
    public record SafetyRow(
            String rule,
            Effect effect,
            Term when,
            @Nullable String prompt,
            @Nullable String dose,
            List<String> add,
            List<String> sources,
            Evidence evidence) {}

    /** Something the therapist should think of, and when. */
    public record PromptRow(String code, String text, List<Offer> rows, List<String> sources, Evidence evidence) {}

    /** Which areas a line of the take-care banner is about. */
    public enum Where {
        WHOLE_BODY,
        OWN_AREAS,
        OWN_AREAS_AND_REACH
    }

    /**
     * A line of the take-care banner.
     *
     * @param unlessCleared whether written clearance lifts it
     * @param details what a therapist reads, by condition
     * @param anyConditionWithAreas what a therapist reads of a condition with areas that has no detail of its own; null
     *     if only those with a detail count
     * @param defaultAreas regions that are meant where the condition names none
     * @param lastOutcome an outcome that fires the row by itself, or a worse one; null if none does
     */
    public record CareRow(
            String rule,
            String headline,
            boolean stops,
            boolean unlessCleared,
            Where where,
            @Nullable Integer maxPressure,
            Map<Condition, String> details,
            @Nullable String anyConditionWithAreas,
            Map<Condition, Set<Region>> defaultAreas,
            @Nullable Outcome lastOutcome,
            @Nullable String lastOutcomeDetail) {}

    /** The table of the expected band. */
    public record Band(
            List<BandRow> rows,
            int extraPeak,
            Term extraPeakWhen,
            int extraEndHours,
            Term extraEndWhen,
            OwnCurves ownCurves) {}

    /** Peak above baseline and end in hours for a strongest pressure up to a level. */
    public record BandRow(int maxPressure, int peak, int endHours) {}

    /**
     * How a client's own earlier curves narrow the band.
     *
     * @param fromPlan the first plan for which they do, counted from 1
     * @param visits how many visits of similar pressure are needed
     * @param pressureWithin how far a similar pressure may be away
     */
    public record OwnCurves(int fromPlan, int visits, int pressureWithin, int marginHours, int leastHours) {}

    /** The rows of triage, gravest first, and what the client reads for each outcome. */
    public record Triage(Map<Outcome, Words> outcomes, List<TriageRow> rows, List<String> sources, Evidence evidence) {}

    /** What a client reads. */
    public record Words(String headline, List<String> guidance) {}

    /** A rule that raises an answer to an outcome; its guidance is read before the outcome's. */
    public record TriageRow(String rule, Outcome outcome, Term when, List<String> guidance) {}

    /**
     * Codes that no rule uses, declared so that none is forgotten.
     *
     * @param onlyBeforeSession conditions that the take-care banner minds and no item does
     */
    public record Unused(
            Set<Region> regions,
            Set<Technique> techniques,
            Set<Finding> findings,
            Set<Goal> goals,
            Set<Condition> conditions,
            Set<Symptom> symptoms,
            Set<Condition> onlyBeforeSession) {}
}
