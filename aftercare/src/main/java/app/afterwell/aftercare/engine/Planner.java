package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.Draft.Entry;
import app.afterwell.aftercare.engine.Draft.Verdict;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.Prompt;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.engine.PlanResult.WithheldItem;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides a plan: first what the rules say of every item and area, then order and limits. */
final class Planner {

    /** A group of items, such as all stretches, costs at most this much a day. */
    private static final int GROUP_MINUTES = 10;

    private static final int NO_FINDING = 100;

    private final PlanResult.ProtocolRef ref;
    private final CompiledItem[] items;
    private final Map<Region, Long> reach;
    private final int[] worstRank = new int[Finding.values().length];
    private final ProtocolDefinition.Limits limits;
    private final int oneToolItems;
    private final CompiledItem.Rule oneTool;
    private final List<Duration> checkIns;
    private final List<ProtocolDefinition.Exclusion> exclusions;
    private final CompiledPrompt[] prompts;
    private final @Nullable Because notApproved;

    /** A staff prompt made ready. */
    private record CompiledPrompt(String code, CompiledItem.Rule[] rows) {}

    Planner(ProtocolDefinition protocol, CompiledItem[] items, Map<Region, Long> reach, boolean approved) {
        this.items = items;
        this.reach = reach;
        ref = new PlanResult.ProtocolRef(protocol.version(), approved);
        limits = protocol.limits();
        var first = protocol.oneToolFirst();
        oneToolItems = first.items();
        oneTool = CompiledItem.Rule.of(first.rule(), first.when(), first.sources(), first.evidence());
        checkIns = List.copyOf(protocol.checkIns());
        exclusions = protocol.exclusions();
        prompts = protocol.prompts().stream()
                .map(prompt -> new CompiledPrompt(
                        prompt.code(),
                        prompt.rows().stream()
                                .map(row -> CompiledItem.Rule.of(
                                        prompt.code() + "." + row.rule(),
                                        row.when(),
                                        prompt.sources(),
                                        prompt.evidence()))
                                .toArray(CompiledItem.Rule[]::new)))
                .toArray(CompiledPrompt[]::new);
        Arrays.fill(worstRank, NO_FINDING - 1);
        for (int i = 0; i < protocol.worstFirst().size(); i++) {
            worstRank[protocol.worstFirst().get(i).ordinal()] = i;
        }
        notApproved = approved
                ? null
                : new Because("protocol-not-approved", List.of("approved=false"), List.of("OWN"), Evidence.CAUTION);
    }

    Facts facts(SessionFindings session, @Nullable SafetyProfile safety, History history) {
        return new Facts(session, safety, history, reach);
    }

    // ------------------------------------------------------------------ what the rules say

    Draft draft(Facts facts) {
        var draft = new Draft(facts);
        var fired = new Fired();
        List<Because> restricted = restrictions(facts);
        for (CompiledItem item : items) {
            boolean picked = facts.session.picks().contains(item.code);
            if (!item.written.switchedOn()) {
                if (picked) {
                    var why = new Because(
                            item.code + ".switched-off", List.of(item.code), item.written.sources(), Evidence.CAUTION);
                    draft.entries.add(new Entry(item, Entry.BODY, null, Verdict.WITHHELD, true, List.of(why)));
                }
                continue;
            }
            if (item.regions == 0) {
                facts.lookAtAll();
                if (picked || isOffered(item, facts)) {
                    draft.entries.add(judge(item, Entry.BODY, null, draft, fired, restricted));
                }
                continue;
            }
            boolean worked = false;
            for (int i = 0; i < facts.areas.length; i++) {
                BodyArea area = facts.areas[i];
                if ((item.regions & 1 << area.region().ordinal()) != 0) {
                    facts.lookAt(i);
                    if (picked || isOffered(item, facts)) {
                        worked = true;
                        draft.entries.add(judge(item, i, area, draft, fired, restricted));
                    }
                }
            }
            if (!worked) {
                facts.lookAtUnworked();
                if (picked || isOffered(item, facts)) {
                    draft.entries.add(judge(item, Entry.UNWORKED, null, draft, fired, restricted));
                }
            }
        }
        draft.bindPartsToTheirWhole(facts.session.picks());
        exclude(draft, fired);
        return draft;
    }

    /** Why everything but the safe four must be looked at by the therapist; empty if nothing stands in the way. */
    private List<Because> restrictions(Facts facts) {
        Because profile = profileProblem(facts);
        if (profile == null && notApproved == null) {
            return List.of();
        }
        var restrictions = new ArrayList<Because>(2);
        if (profile != null) {
            restrictions.add(profile);
        }
        if (notApproved != null) {
            restrictions.add(notApproved);
        }
        return restrictions;
    }

    private @Nullable Because profileProblem(Facts facts) {
        if (facts.safety == null) {
            return new Because("profile-missing", List.of("safety=null"), List.of("OWN"), Evidence.CAUTION);
        }
        LocalDate confirmed = facts.safety.confirmedOn();
        if (confirmed == null || confirmed.plusMonths(limits.profileMonths()).isBefore(facts.session.date())) {
            return new Because("profile-stale", List.of("confirmedOn=" + confirmed), List.of("OWN"), Evidence.CAUTION);
        }
        return null;
    }

    private static boolean isOffered(CompiledItem item, Facts facts) {
        for (CompiledItem.Rule offer : item.offers) {
            if (offer.check().holds(facts)) {
                return true;
            }
        }
        return false;
    }

    static void lookForSafety(CompiledItem item, int index, Facts facts) {
        switch (index) {
            case Entry.BODY -> facts.lookAtAll();
            case Entry.UNWORKED -> facts.lookAtUnworkedForSafety(item.regions);
            default -> facts.lookAtForSafety(index);
        }
        if (index == Entry.BODY) {
            // Something for the whole body is done with all regions, worked on or not.
            facts.seenRegions = -1;
        } else if (item.written.wholeBodySafety()) {
            facts.lookAtAllConditions();
        }
    }

    private static Entry judge(
            CompiledItem item, int index, @Nullable BodyArea area, Draft draft, Fired fired, List<Because> restricted) {
        Facts facts = draft.facts;
        lookForSafety(item, index, facts);
        List<Because> against = List.of();
        boolean absolute = false;
        for (CompiledItem.Row row : item.withhold) {
            if (row.rule().check().holds(facts)) {
                fired.clear();
                row.rule().check().gather(facts, fired);
                absolute |= !item.isRelative(fired, facts);
                Because because = row.rule().because(fired);
                against = with(against, because);
                if (row.prompt() != null) {
                    draft.prompted.add(new Draft.Prompted(row.prompt(), because));
                }
            }
        }
        if (!against.isEmpty()) {
            return new Entry(item, index, area, Verdict.WITHHELD, absolute, against);
        }
        for (CompiledItem.Row row : item.review) {
            if (row.rule().check().holds(facts)) {
                fired.clear();
                row.rule().check().gather(facts, fired);
                Because because = row.rule().because(fired);
                against = with(against, because);
                if (row.prompt() != null) {
                    draft.prompted.add(new Draft.Prompted(row.prompt(), because));
                }
            }
        }
        if (!restricted.isEmpty() && !item.safe) {
            for (Because because : restricted) {
                against = with(against, because);
            }
        }
        return new Entry(item, index, area, against.isEmpty() ? Verdict.OFFERED : Verdict.REVIEW, false, against);
    }

    private static List<Because> with(List<Because> list, Because because) {
        if (list.isEmpty()) {
            return List.of(because);
        }
        if (list.size() == 1) {
            return List.of(list.getFirst(), because);
        }
        var longer = new ArrayList<Because>(list.size() + 1);
        longer.addAll(list);
        longer.add(because);
        return longer;
    }

    /**
     * What must not meet on one area. It is enough that a rule wants the item that stays: whether safety lets it through
     * does not matter, or one more condition of the client would bring back what was withheld.
     */
    private void exclude(Draft draft, Fired fired) {
        for (var exclusion : exclusions) {
            for (Entry entry : draft.entries) {
                if (!entry.item.written.switchedOn() || !exclusion.withhold().contains(entry.item.code)) {
                    continue;
                }
                fired.clear();
                boolean meets = false;
                for (Entry stays : draft.entries) {
                    if (stays.item.written.switchedOn()
                            && exclusion.keep().contains(stays.item.code)
                            && stays.overlaps(entry)) {
                        meets = true;
                        gatherOffers(stays, draft.facts, fired);
                    }
                }
                if (meets) {
                    var because = new Because(
                            entry.item.code + "." + exclusion.rule(),
                            fired.facts(),
                            exclusion.sources(),
                            exclusion.evidence());
                    entry.against = entry.verdict == Verdict.WITHHELD ? with(entry.against, because) : List.of(because);
                    entry.verdict = Verdict.WITHHELD;
                    entry.absolute = true;
                }
            }
        }
    }

    private static void gatherOffers(Entry entry, Facts facts, Fired fired) {
        lookForOffer(entry, facts);
        for (CompiledItem.Rule offer : entry.item.offers) {
            if (offer.check().holds(facts)) {
                offer.check().gather(facts, fired);
            }
        }
        if (facts.session.picks().contains(entry.item.code)) {
            fired.other(entry.item.code);
        }
    }

    private static void lookForOffer(Entry entry, Facts facts) {
        switch (entry.index) {
            case Entry.BODY -> facts.lookAtAll();
            case Entry.UNWORKED -> facts.lookAtUnworked();
            default -> facts.lookAt(entry.index);
        }
    }

    // ------------------------------------------------------------------ order and limits

    /** An item that goes into the plan, with what its place depends on. */
    private record Placed(CompiledItem item, PlanItem planItem, int worst, boolean forced) {}

    PlanResult assemble(Draft draft) {
        Facts facts = draft.facts;
        var fired = new Fired();
        var specific = new ArrayList<Placed>();
        var parts = new ArrayList<Placed>(1);
        var basics = new ArrayList<PlanItem>(6);
        var review = new ArrayList<ReviewItem>();
        var withheld = new ArrayList<WithheldItem>();
        List<Entry> entries = draft.entries;
        for (int from = 0; from < entries.size(); ) {
            CompiledItem item = entries.get(from).item;
            int to = from + 1;
            while (to < entries.size() && entries.get(to).item == item) {
                to++;
            }
            List<Entry> ofItem = entries.subList(from, to);
            Placed placed = place(item, ofItem, facts, fired);
            if (placed != null) {
                if (item.written.partOf() != null) {
                    parts.add(placed);
                } else if (item.specific) {
                    insert(specific, placed);
                } else {
                    basics.add(placed.planItem());
                }
            }
            stopped(item, ofItem, review, withheld);
            from = to;
        }
        var offered = new ArrayList<PlanItem>(specific.size() + basics.size());
        var later = new ArrayList<PlanItem>(specific.size());
        limit(specific, parts, facts, fired, offered, later);
        offered.addAll(basics);
        return new PlanResult(ref, offered, later, review, withheld, checkIns, prompts(draft, fired));
    }

    /** Worst finding first, then the item's rank in the protocol. */
    private static void insert(List<Placed> sorted, Placed placed) {
        int at = sorted.size();
        while (at > 0) {
            Placed before = sorted.get(at - 1);
            if (before.worst() < placed.worst()
                    || (before.worst() == placed.worst() && before.item().rank < placed.item().rank)) {
                break;
            }
            at--;
        }
        sorted.add(at, placed);
    }

    private void limit(
            List<Placed> specific,
            List<Placed> parts,
            Facts facts,
            Fired fired,
            List<PlanItem> offered,
            List<PlanItem> later) {
        facts.lookAtAll();
        boolean oneToolOnly = oneTool.check().holds(facts);
        int most = oneToolOnly ? Math.min(oneToolItems, limits.specificItems()) : limits.specificItems();
        int count = 0;
        int minutes = 0;
        Map<String, Integer> groups = new HashMap<>(4);
        for (Placed placed : specific) {
            if (placed.forced()) {
                count++;
                minutes += cost(placed.item(), groups);
            }
        }
        for (Placed placed : specific) {
            String stoppedBy = null;
            if (!placed.forced()) {
                int cost = peekCost(placed.item(), groups);
                if (count >= most) {
                    stoppedBy = "limit.specific-items";
                } else if (count > 0 && minutes + cost > limits.minutesPerDay()) {
                    stoppedBy = "limit.minutes-per-day";
                } else {
                    count++;
                    minutes += cost(placed.item(), groups);
                }
            }
            if (stoppedBy == null) {
                offered.add(placed.planItem());
                addParts(placed.item(), parts, offered, null);
            } else {
                Because because;
                if (oneToolOnly && count >= most) {
                    fired.clear();
                    oneTool.check().gather(facts, fired);
                    because = oneTool.because(fired);
                } else {
                    because = new Because(stoppedBy, List.of("session"), List.of("S0"), Evidence.TRADITIONAL);
                }
                later.add(because(placed.planItem(), because));
                addParts(placed.item(), parts, later, because);
            }
        }
    }

    private static void addParts(
            CompiledItem whole, List<Placed> parts, List<PlanItem> list, @Nullable Because because) {
        for (Placed part : parts) {
            if (whole.code.equals(part.item().written.partOf())) {
                list.add(because == null ? part.planItem() : because(part.planItem(), because));
            }
        }
    }

    private static PlanItem because(PlanItem item, Because because) {
        return new PlanItem(
                item.item(),
                item.title(),
                item.steps(),
                item.dose(),
                item.days(),
                item.areas(),
                item.modified(),
                with(item.because(), because));
    }

    private static int peekCost(CompiledItem item, Map<String, Integer> groups) {
        String group = item.written.group();
        int minutes = item.written.minutes();
        return group == null ? minutes : Math.min(minutes, GROUP_MINUTES - groups.getOrDefault(group, 0));
    }

    private static int cost(CompiledItem item, Map<String, Integer> groups) {
        int cost = peekCost(item, groups);
        if (item.written.group() != null) {
            groups.merge(item.written.group(), cost, Integer::sum);
        }
        return cost;
    }

    private @Nullable Placed place(CompiledItem item, List<Entry> entries, Facts facts, Fired fired) {
        int count = 0;
        for (Entry entry : entries) {
            if (entry.verdict == Verdict.OFFERED) {
                count++;
            }
        }
        if (count == 0) {
            return null;
        }
        List<BodyArea> areas = areasOf(entries, count);
        int regions = 0;
        int worst = NO_FINDING;
        boolean forced = false;
        List<Because> overruled = List.of();
        for (Entry entry : entries) {
            if (entry.verdict == Verdict.OFFERED) {
                forced |= entry.forced;
                if (entry.area != null) {
                    regions |= 1 << entry.area.region().ordinal();
                    worst = Math.min(worst, worst(facts.findingsAt(entry.index)));
                }
                if (entry.confirmed) {
                    for (Because because : entry.against) {
                        if (!overruled.contains(because)) {
                            overruled = with(overruled, because);
                        }
                    }
                }
            }
        }
        List<Because> because = offersOf(item, entries, facts, fired);
        facts.lookAtAll();
        facts.seenRegions = !areas.isEmpty() ? regions : item.regions == 0 ? facts.workedRegions : item.regions;
        String dose = item.written.dose();
        List<String> steps = stepsThatHold(item, facts);
        boolean modified = false;
        boolean doseSet = false;
        for (CompiledItem.Row row : item.modify) {
            if (row.rule().check().holds(facts)) {
                fired.clear();
                row.rule().check().gather(facts, fired);
                because = with(because, row.rule().because(fired));
                modified = true;
                if (row.dose() != null && !doseSet) {
                    dose = row.dose();
                    doseSet = true;
                }
                if (!row.add().isEmpty()) {
                    var longer = new ArrayList<String>(steps.size() + row.add().size());
                    longer.addAll(steps);
                    longer.addAll(row.add());
                    steps = longer;
                }
            }
        }
        for (Because reason : overruled) {
            because = with(because, reason);
        }
        var planItem = new PlanItem(item.code, item.written.title(), steps, dose, item.days, areas, modified, because);
        return new Placed(item, planItem, worst, forced);
    }

    /** @param offered how many of the entries are */
    private static List<BodyArea> areasOf(List<Entry> entries, int offered) {
        var areas = new ArrayList<BodyArea>(offered);
        for (Entry entry : entries) {
            if (entry.verdict == Verdict.OFFERED && entry.area != null) {
                areas.add(entry.area);
            }
        }
        return List.copyOf(areas);
    }

    private static List<Because> offersOf(CompiledItem item, List<Entry> entries, Facts facts, Fired fired) {
        List<Because> because = List.of();
        for (CompiledItem.Rule offer : item.offers) {
            fired.clear();
            boolean holds = false;
            for (Entry entry : entries) {
                if (entry.verdict == Verdict.OFFERED) {
                    lookForOffer(entry, facts);
                    if (offer.check().holds(facts)) {
                        holds = true;
                        offer.check().gather(facts, fired);
                    }
                }
            }
            if (holds) {
                because = with(because, offer.because(fired));
            }
        }
        if (facts.session.picks().contains(item.code)) {
            fired.clear();
            fired.other(item.code);
            if (item.suits != null) {
                for (Entry entry : entries) {
                    if (entry.verdict == Verdict.OFFERED) {
                        lookForOffer(entry, facts);
                        if (item.suits.holds(facts)) {
                            item.suits.gather(facts, fired);
                        }
                    }
                }
            }
            because = with(because, item.picked.because(fired));
        }
        return because;
    }

    private static List<String> stepsThatHold(CompiledItem item, Facts facts) {
        Check[] when = item.stepWhen;
        if (when == null) {
            return item.steps;
        }
        var steps = new ArrayList<String>(when.length);
        for (int i = 0; i < when.length; i++) {
            if (when[i].holds(facts)) {
                steps.add(item.steps.get(i));
            }
        }
        return steps;
    }

    private int worst(int findings) {
        int worst = NO_FINDING;
        for (int rest = findings; rest != 0; rest &= rest - 1) {
            worst = Math.min(worst, worstRank[Integer.numberOfTrailingZeros(rest)]);
        }
        return worst;
    }

    /** Areas that were stopped for the same reasons stand in one line. */
    private static void stopped(
            CompiledItem item, List<Entry> entries, List<ReviewItem> review, List<WithheldItem> withheld) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.verdict == Verdict.OFFERED || isTold(entries, i)) {
                continue;
            }
            var areas = new ArrayList<BodyArea>(entries.size() - i);
            for (int j = i; j < entries.size(); j++) {
                Entry other = entries.get(j);
                if (isAlike(entry, other) && other.area != null) {
                    areas.add(other.area);
                }
            }
            if (entry.verdict == Verdict.REVIEW) {
                review.add(new ReviewItem(item.code, areas, entry.against));
            } else {
                withheld.add(new WithheldItem(
                        item.code, areas, entry.absolute ? Strength.ABSOLUTE : Strength.RELATIVE, entry.against));
            }
        }
    }

    private static boolean isTold(List<Entry> entries, int index) {
        for (int i = 0; i < index; i++) {
            if (isAlike(entries.get(i), entries.get(index))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlike(Entry one, Entry other) {
        return one.verdict == other.verdict && one.absolute == other.absolute && one.against.equals(other.against);
    }

    private List<Prompt> prompts(Draft draft, Fired fired) {
        var said = new ArrayList<Prompt>(2);
        Facts facts = draft.facts;
        for (CompiledPrompt prompt : prompts) {
            List<Because> because = List.of();
            facts.lookAtAll();
            for (CompiledItem.Rule row : prompt.rows()) {
                if (row.check().holds(facts)) {
                    fired.clear();
                    row.check().gather(facts, fired);
                    because = with(because, row.because(fired));
                }
            }
            for (Draft.Prompted prompted : draft.prompted) {
                if (prompted.prompt().equals(prompt.code()) && !because.contains(prompted.because())) {
                    because = with(because, prompted.because());
                }
            }
            if (!because.isEmpty()) {
                said.add(new Prompt(prompt.code(), because));
            }
        }
        return said;
    }
}
