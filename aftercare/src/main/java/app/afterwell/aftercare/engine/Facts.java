package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine's input, sorted and folded into masks, with a cursor on what a rule looks at just now: one area, a region
 * that was not worked on, or the whole body. Used by one thread for one decision.
 */
final class Facts {

    private static final int SIDES = Side.values().length;
    private static final int SLOTS = Region.values().length * SIDES;
    private static final Side[] SIDE = Side.values();

    final SessionFindings session;
    final @Nullable SafetyProfile safety;
    final History history;

    /** The areas worked on, from head to foot, each once. */
    final BodyArea[] areas;

    private final int[] techniques;
    private final int[] pressures;
    private final int[] findings;
    private final int[] touchingFindings;
    private final long[] conditions;
    private final long[] uncleared;
    private final int[] findingsByRegion = new int[SLOTS / SIDES];
    private final Map<Region, Long> reach;

    final int goals;
    final int sessionFindings;
    final int sessionTechniques;
    final int sessionPressure;
    final int workedRegions;
    final long allConditions;
    private final long allUncleared;

    /** What the rule at hand sees. */
    int seenFindings;

    int seenTechniques;
    int seenPressure;
    int seenRegions;
    long seenConditions;
    long seenUncleared;

    /** Only for triage. */
    @Nullable
    CheckIn checkIn;

    /** What a check-in brings to the rules. */
    record CheckIn(
            long symptoms,
            int pain,
            int aboveBaseline,
            @Nullable Integer rise,
            double hours,
            boolean aboveBand) {}

    Facts(SessionFindings session, @Nullable SafetyProfile safety, History history, Map<Region, Long> reach) {
        this.session = session;
        this.safety = safety;
        this.history = history;
        this.reach = reach;
        List<WorkedArea> worked = session.areas();
        long[] sorted = fromHeadToFoot(worked);
        int n = distinctSlots(sorted);
        areas = new BodyArea[n];
        findings = new int[n];
        touchingFindings = new int[n];
        techniques = new int[n];
        pressures = new int[n];
        int allFindings = 0;
        int allTechniques = 0;
        int strongest = 0;
        int regions = 0;
        int at = -1;
        for (int i = 0; i < sorted.length; i++) {
            int slot = slot(sorted[i]);
            if (i == 0 || slot != slot(sorted[i - 1])) {
                areas[++at] = AREA[slot];
            }
            WorkedArea area = worked.get((int) sorted[i]);
            int found = Masks.intOf(area.findings());
            int used = Masks.intOf(area.techniques());
            int pressure = area.pressure() == null ? 0 : area.pressure().level();
            findings[at] |= found;
            techniques[at] |= used;
            pressures[at] = Math.max(pressures[at], pressure);
            findingsByRegion[slot / SIDES] |= found;
            allFindings |= found;
            allTechniques |= used;
            strongest = Math.max(strongest, pressure);
            regions |= 1 << (slot / SIDES);
        }
        // What was found on tissue that overlaps counts for safety: "both" and "midline" meet either side. The sides of
        // one region stand next to each other.
        System.arraycopy(findings, 0, touchingFindings, 0, n);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n && areas[j].region() == areas[i].region(); j++) {
                if (areas[i].overlaps(areas[j])) {
                    touchingFindings[i] |= findings[j];
                    touchingFindings[j] |= findings[i];
                }
            }
        }
        sessionFindings = allFindings;
        sessionTechniques = allTechniques;
        sessionPressure = strongest;
        workedRegions = regions;
        goals = Masks.intOf(session.goals());

        long everywhere = 0;
        long everywhereUncleared = 0;
        long any = 0;
        long anyUncleared = 0;
        conditions = new long[n];
        uncleared = new long[n];
        if (safety != null) {
            for (ConditionEntry entry : safety.conditions()) {
                long bit = Masks.bit(entry.code());
                long open = isCleared(entry) ? 0 : bit;
                any |= bit;
                anyUncleared |= open;
                if (entry.areas().isEmpty()) {
                    everywhere |= bit;
                    everywhereUncleared |= open;
                } else {
                    for (int i = 0; i < n; i++) {
                        if (actsOn(entry, areas[i], reach)) {
                            conditions[i] |= bit;
                            uncleared[i] |= open;
                        }
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                conditions[i] |= everywhere;
                uncleared[i] |= everywhereUncleared;
            }
        }
        allConditions = any;
        allUncleared = anyUncleared;
    }

    private static final BodyArea[] AREA = new BodyArea[SLOTS];

    static {
        for (Region region : Region.values()) {
            for (Side side : SIDE) {
                AREA[region.ordinal() * SIDES + side.ordinal()] = new BodyArea(region, side);
            }
        }
    }

    /** Where an area stands from head to foot, and behind it its index in the note; sorted. */
    private static long[] fromHeadToFoot(List<WorkedArea> worked) {
        long[] sorted = new long[worked.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (long) slot(worked.get(i).area()) << Integer.SIZE | i;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static int slot(long sorted) {
        return (int) (sorted >> Integer.SIZE);
    }

    private static int distinctSlots(long[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || slot(sorted[i]) != slot(sorted[i - 1])) {
                distinct++;
            }
        }
        return distinct;
    }

    private static int slot(BodyArea area) {
        return area.region().ordinal() * SIDES + area.side().ordinal();
    }

    static boolean isCleared(ConditionEntry entry) {
        return entry.clearedBy() != null && !entry.clearedBy().isBlank();
    }

    /** Whether a condition acts on an area: everywhere, there, or in reach on a side that is not the other one. */
    static boolean actsOn(ConditionEntry entry, BodyArea area, Map<Region, Long> reach) {
        if (entry.areas().isEmpty()) {
            return true;
        }
        long region = Masks.bit(area.region());
        for (BodyArea where : entry.areas()) {
            boolean near = where.region() == area.region() || (reach.getOrDefault(where.region(), 0L) & region) != 0;
            if (near && where.side().meets(area.side())) {
                return true;
            }
        }
        return false;
    }

    /** Where an area stands in {@link #areas}; -1 if it was not worked on. */
    int indexOf(BodyArea area) {
        for (int i = 0; i < areas.length; i++) {
            if (areas[i].equals(area)) {
                return i;
            }
        }
        return -1;
    }

    /** Looks at one area and at what was found on tissue that overlaps with it, as safety does. */
    void lookAtForSafety(int index) {
        lookAt(index);
        seenFindings = touchingFindings[index];
    }

    /** Looks at one area. */
    void lookAt(int index) {
        seenFindings = findings[index];
        seenTechniques = techniques[index];
        seenPressure = pressures[index];
        seenRegions = 1 << areas[index].region().ordinal();
        seenConditions = conditions[index];
        seenUncleared = uncleared[index];
    }

    /** Looks at regions of which none was worked on, on both sides, as far as offers go. */
    void lookAtUnworked() {
        seenFindings = 0;
        seenTechniques = 0;
        seenPressure = 0;
        seenRegions = 0;
        seenConditions = allConditions;
        seenUncleared = allUncleared;
    }

    /** Looks at regions of which none was worked on, on both sides, as far as safety goes. */
    void lookAtUnworkedForSafety(int regions) {
        lookAtUnworked();
        seenRegions = regions;
        seenConditions = 0;
        seenUncleared = 0;
        if (safety == null) {
            return;
        }
        for (ConditionEntry entry : safety.conditions()) {
            for (int rest = regions; rest != 0; rest &= rest - 1) {
                int region = Integer.numberOfTrailingZeros(rest);
                if (actsOn(entry, AREA[region * SIDES + Side.BOTH.ordinal()], reach)) {
                    seenConditions |= Masks.bit(entry.code());
                    seenUncleared |= isCleared(entry) ? 0 : Masks.bit(entry.code());
                }
            }
        }
    }

    /** Looks at the whole session and every condition, wherever it is. */
    void lookAtAll() {
        seenFindings = sessionFindings;
        seenTechniques = sessionTechniques;
        seenPressure = sessionPressure;
        seenRegions = workedRegions;
        lookAtAllConditions();
    }

    /** Takes every condition into view, wherever it is; the rest of the view stays. */
    void lookAtAllConditions() {
        seenConditions = allConditions;
        seenUncleared = allUncleared;
    }

    int findingsIn(int regions) {
        int found = 0;
        for (int rest = regions; rest != 0; rest &= rest - 1) {
            found |= findingsByRegion[Integer.numberOfTrailingZeros(rest)];
        }
        return found;
    }

    int findingsAt(int index) {
        return findings[index];
    }

    @Nullable
    Integer painToday() {
        PainScore pain = session.painBefore() != null ? session.painBefore() : session.painAfter();
        return pain == null ? null : (Integer) pain.value();
    }

    @Nullable
    Outcome lastOutcome() {
        return history.visits().isEmpty() ? null : history.visits().getFirst().outcome();
    }

    /** The number that a rule asks of the history; null if it is not known. */
    @Nullable
    Integer metric(Term.Metric metric) {
        List<History.PastVisit> visits = history.visits();
        return switch (metric) {
            case EARLIER_PLANS -> (Integer) history.earlierPlans();
            case LAST_PRESSURE -> visits.isEmpty() ? null : visits.getFirst().maxPressure();
            case LAST_SORENESS_HOURS ->
                visits.isEmpty() ? null : visits.getFirst().sorenessHours();
            case PAIN_DROP_OVER_3_VISITS -> painDrop(3);
            case PAIN_DROP_OVER_4_VISITS -> painDrop(4);
            case SORENESS_RISES_IN_A_ROW -> sorenessRises();
        };
    }

    /** The pain on arrival, newest first, of visits at which it is known; this session is the first of them. */
    int @Nullable [] painSeries(int visits) {
        int[] series = new int[visits];
        int n = 0;
        if (session.painBefore() != null) {
            series[n++] = session.painBefore().value();
        }
        for (History.PastVisit visit : history.visits()) {
            if (n == visits) {
                break;
            }
            if (visit.painBefore() != null) {
                series[n++] = visit.painBefore();
            }
        }
        return n == visits ? series : null;
    }

    private @Nullable Integer painDrop(int visits) {
        int[] series = painSeries(visits);
        return series == null ? null : (Integer) (series[visits - 1] - series[0]);
    }

    private Integer sorenessRises() {
        List<History.PastVisit> visits = history.visits();
        int rises = 0;
        for (int i = 0; i + 1 < visits.size(); i++) {
            Integer after = visits.get(i).sorenessHours();
            Integer before = visits.get(i + 1).sorenessHours();
            if (after == null || before == null || after <= before) {
                break;
            }
            rises++;
        }
        return rises;
    }
}
