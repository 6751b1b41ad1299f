package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.CompiledItem.Row;
import app.afterwell.aftercare.engine.CompiledItem.Rule;
import app.afterwell.aftercare.engine.Draft.Entry;
import app.afterwell.aftercare.engine.Draft.Verdict;
import app.afterwell.aftercare.engine.DroolsFacts.Candidate;
import app.afterwell.aftercare.engine.DroolsFacts.Placing;
import app.afterwell.aftercare.engine.DroolsFacts.Sight;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.domain.BodyArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what the rules of a {@link DroolsProtocol} say in one session, and makes the plan of it. */
public final class DroolsPlan {

    private final DroolsProtocol protocol;
    private final Facts facts;
    private final Fired fired = new Fired();
    private final Map<Integer, Candidate> candidates = new TreeMap<>();
    private final Map<Candidate, Judged> judged = new LinkedHashMap<>();
    private final List<Placing> placings = new ArrayList<>();
    private final long[] promptRows;
    private final List<Draft.Prompted> prompted = new ArrayList<>();
    private @Nullable Because restriction;
    private boolean oneToolOnly;

    private static final class Judged {
        Verdict verdict = Verdict.OFFERED;
        boolean absolute;
        List<Because> against = new ArrayList<>();
    }

    private record Placed(CompiledItem item, PlanItem planItem, int worst) {}

    DroolsPlan(DroolsProtocol protocol, Facts facts) {
        this.protocol = protocol;
        this.facts = facts;
        promptRows = new long[protocol.prompts.length];
    }

    List<Sight> sights() {
        var sights = new ArrayList<Sight>(facts.areas.length + 2);
        facts.lookAtAll();
        sights.add(new Sight(facts, Entry.BODY));
        facts.lookAtUnworked();
        sights.add(new Sight(facts, Entry.UNWORKED));
        for (int i = 0; i < facts.areas.length; i++) {
            facts.lookAt(i);
            sights.add(new Sight(facts, i));
        }
        return sights;
    }

    // ------------------------------------------------------------------ what the rules say

    /** Called by a rule that offers an item: what is new to the working memory, or null. */
    public @Nullable Candidate offer(int item, Sight sight, int row) {
        int key = item * 1000 + sight.index() + 2;
        var known = candidates.get(key);
        var candidate = known == null
                ? new Candidate(
                        protocol.items[item],
                        sight,
                        facts,
                        protocol.written.exclusions().size())
                : known;
        if (row < 0) {
            candidate.picked = true;
        } else {
            candidate.offers |= 1L << row;
        }
        candidates.put(key, candidate);
        return known == null ? candidate : null;
    }

    /** Called by the rules on the safety profile. */
    public void restrict(boolean missing) {
        restriction = missing
                ? new Because("profile-missing", List.of("safety=null"), List.of("OWN"), Evidence.CAUTION)
                : new Because(
                        "profile-stale",
                        List.of("confirmedOn=" + facts.safety.confirmedOn()),
                        List.of("OWN"),
                        Evidence.CAUTION);
    }

    /** Called by the rule that makes a plan lead with one tool. */
    public void oneToolOnly() {
        oneToolOnly = true;
    }

    /** Called by a row of a prompt. */
    public void prompt(int prompt, int row) {
        promptRows[prompt] |= 1L << row;
    }

    // ------------------------------------------------------------------ verdicts

    List<Placing> settle() {
        candidates.values().forEach(candidate -> judged.put(candidate, judge(candidate)));
        judged.forEach(this::bind);
        for (int e = 0; e < protocol.written.exclusions().size(); e++) {
            exclude(e);
        }
        Map<CompiledItem, List<Candidate>> offered = new LinkedHashMap<>();
        judged.forEach((candidate, verdict) -> {
            if (verdict.verdict == Verdict.OFFERED) {
                offered.computeIfAbsent(candidate.compiled, item -> new ArrayList<>())
                        .add(candidate);
            }
        });
        offered.forEach((item, list) -> {
            int regions = 0;
            for (Candidate candidate : list) {
                if (candidate.area != null) {
                    regions |= 1 << candidate.area.region().ordinal();
                }
            }
            facts.lookAtAll();
            facts.seenRegions = regions != 0 ? regions : item.regions == 0 ? facts.workedRegions : item.regions;
            placings.add(new Placing(item, list, new Sight(facts, Entry.BODY)));
        });
        return placings;
    }

    private Judged judge(Candidate candidate) {
        var item = candidate.compiled;
        var said = new Judged();
        if (!item.written.switchedOn()) {
            said.verdict = Verdict.WITHHELD;
            said.absolute = true;
            said.against.add(new Because(
                    item.code + ".switched-off", List.of(item.code), item.written.sources(), Evidence.CAUTION));
            return said;
        }
        Planner.lookForSafety(item, candidate.getIndex(), facts);
        for (int row : rows(candidate.withheld)) {
            said.verdict = Verdict.WITHHELD;
            said.against.add(because(item.withhold[row]));
            said.absolute |= !item.isRelative(fired, facts);
        }
        if (said.verdict == Verdict.OFFERED) {
            for (int row : rows(candidate.reviewed)) {
                said.against.add(because(item.review[row]));
            }
            if (restriction != null && !item.safe) {
                said.against.add(restriction);
            }
            said.verdict = said.against.isEmpty() ? Verdict.OFFERED : Verdict.REVIEW;
        }
        return said;
    }

    /** An option goes where the item goes that it belongs to. */
    private void bind(Candidate candidate, Judged said) {
        var item = candidate.compiled;
        var whole = candidate.whole == null ? null : judged.get(candidate.whole);
        if (item.written.partOf() == null || !item.written.switchedOn()) {
            return;
        }
        boolean stopped = whole != null && whole.verdict == Verdict.WITHHELD && said.verdict != Verdict.WITHHELD;
        if (whole == null || stopped) {
            var reasons = whole == null
                    ? List.of(item.code)
                    : whole.against.stream()
                            .flatMap(reason -> reason.facts().stream())
                            .distinct()
                            .toList();
            said.against.add(new Because(
                    item.code + ".without-" + item.written.partOf(),
                    reasons,
                    item.written.sources(),
                    Evidence.CAUTION));
            said.absolute = whole == null || whole.absolute;
            said.verdict = Verdict.WITHHELD;
        }
    }

    private Because because(Row row) {
        var because = because(row.rule());
        if (row.prompt() != null) {
            prompted.add(new Draft.Prompted(row.prompt(), because));
        }
        return because;
    }

    private Because because(Rule rule) {
        fired.clear();
        rule.check().gather(facts, fired);
        return rule.because(fired);
    }

    private void exclude(int number) {
        var exclusion = protocol.written.exclusions().get(number);
        judged.forEach((candidate, said) -> {
            if (!candidate.met.get(number).isEmpty()) {
                fired.clear();
                candidate.met.get(number).stream()
                        .sorted(Comparator.comparingInt(Candidate::getItem).thenComparingInt(Candidate::getIndex))
                        .forEach(this::gatherOffers);
                if (said.verdict != Verdict.WITHHELD) {
                    said.against.clear();
                }
                said.against.add(new Because(
                        candidate.compiled.code + "." + exclusion.rule(),
                        fired.facts(),
                        exclusion.sources(),
                        exclusion.evidence()));
                said.verdict = Verdict.WITHHELD;
                said.absolute = true;
            }
        });
    }

    private void look(Candidate candidate) {
        switch (candidate.getIndex()) {
            case Entry.BODY -> facts.lookAtAll();
            case Entry.UNWORKED -> facts.lookAtUnworked();
            default -> facts.lookAt(candidate.getIndex());
        }
    }

    private void gatherOffers(Candidate stays) {
        look(stays);
        for (int row : rows(stays.offers)) {
            stays.compiled.offers[row].check().gather(facts, fired);
        }
        if (stays.picked) {
            fired.other(stays.compiled.code);
        }
    }

    // ------------------------------------------------------------------ order, limits and words

    PlanResult result() {
        var specific = new ArrayList<Placed>();
        var parts = new ArrayList<Placed>();
        var basics = new ArrayList<PlanItem>();
        for (Placing placing : placings) {
            var placed = place(placing);
            if (placing.compiled.written.partOf() != null) {
                parts.add(placed);
            } else if (placing.compiled.specific) {
                specific.add(placed);
            } else {
                basics.add(placed.planItem());
            }
        }
        specific.sort(Comparator.comparingInt(Placed::worst));
        var offered = new ArrayList<PlanItem>();
        var later = new ArrayList<PlanItem>();
        limit(specific, parts, offered, later);
        offered.addAll(basics);
        var review = new ArrayList<PlanResult.ReviewItem>();
        var withheld = new ArrayList<PlanResult.WithheldItem>();
        stopped(review, withheld);
        return new PlanResult(
                new PlanResult.ProtocolRef(protocol.written.version(), true),
                offered,
                later,
                review,
                withheld,
                protocol.written.checkIns(),
                prompts());
    }

    private Placed place(Placing placing) {
        var item = placing.compiled;
        var areas = new ArrayList<BodyArea>();
        int worst = 100;
        for (Candidate candidate : placing.offered) {
            if (candidate.area != null) {
                areas.add(candidate.area);
                int found = facts.findingsAt(candidate.getIndex());
                for (int rank = 0; rank < protocol.written.worstFirst().size(); rank++) {
                    if ((found & Masks.bit(protocol.written.worstFirst().get(rank))) != 0) {
                        worst = Math.min(worst, rank);
                    }
                }
            }
        }
        List<Because> because = reasons(placing);
        facts.lookAtAll();
        facts.seenRegions = placing.getSight().regions();
        String dose = item.written.dose();
        List<String> steps = new ArrayList<>();
        for (int s = 0; s < item.steps.size(); s++) {
            if (item.stepWhen == null || (placing.steps & 1L << s) != 0) {
                steps.add(item.steps.get(s));
            }
        }
        boolean dosed = false;
        for (int row : rows(placing.modified)) {
            because.add(because(item.modify[row].rule()));
            if (item.modify[row].dose() != null && !dosed) {
                dose = item.modify[row].dose();
                dosed = true;
            }
            steps.addAll(item.modify[row].add());
        }
        return new Placed(
                item,
                new PlanItem(
                        item.code,
                        item.written.title(),
                        steps,
                        dose,
                        item.written.days(),
                        areas,
                        placing.modified != 0,
                        because),
                worst);
    }

    private List<Because> reasons(Placing placing) {
        var because = new ArrayList<Because>();
        var item = placing.compiled;
        for (int row = 0; row < item.offers.length; row++) {
            fired.clear();
            boolean holds = false;
            for (Candidate candidate : placing.offered) {
                if ((candidate.offers & 1L << row) != 0) {
                    holds = true;
                    look(candidate);
                    item.offers[row].check().gather(facts, fired);
                }
            }
            if (holds) {
                because.add(item.offers[row].because(fired));
            }
        }
        if (placing.offered.getFirst().picked) {
            fired.clear();
            fired.other(item.code);
            if (item.suits != null) {
                for (Candidate candidate : placing.offered) {
                    look(candidate);
                    if (item.suits.holds(facts)) {
                        item.suits.gather(facts, fired);
                    }
                }
            }
            because.add(item.picked.because(fired));
        }
        return because;
    }

    private void limit(List<Placed> specific, List<Placed> parts, List<PlanItem> offered, List<PlanItem> later) {
        var limits = protocol.written.limits();
        int most = oneToolOnly
                ? Math.min(protocol.written.oneToolFirst().items(), limits.specificItems())
                : limits.specificItems();
        Map<String, Integer> groups = new HashMap<>();
        int count = 0;
        int minutes = 0;
        for (Placed placed : specific) {
            var group = placed.item().written.group();
            int cost = placed.item().written.minutes();
            if (group != null) {
                cost = Math.min(cost, 10 - groups.getOrDefault(group, 0));
            }
            boolean full = count >= most;
            if (full || (count > 0 && minutes + cost > limits.minutesPerDay())) {
                facts.lookAtAll();
                var why = full && oneToolOnly
                        ? because(protocol.oneTool)
                        : new Because(
                                full ? "limit.specific-items" : "limit.minutes-per-day",
                                List.of("session"),
                                List.of("S0"),
                                Evidence.TRADITIONAL);
                later.add(with(placed.planItem(), why));
                partsOf(placed, parts).forEach(part -> later.add(with(part, why)));
            } else {
                count++;
                minutes += cost;
                if (group != null) {
                    groups.merge(group, cost, Integer::sum);
                }
                offered.add(placed.planItem());
                offered.addAll(partsOf(placed, parts));
            }
        }
    }

    private static List<PlanItem> partsOf(Placed whole, List<Placed> parts) {
        return parts.stream()
                .filter(part -> whole.item().code.equals(part.item().written.partOf()))
                .map(Placed::planItem)
                .toList();
    }

    private static PlanItem with(PlanItem item, Because because) {
        var longer = new ArrayList<>(item.because());
        longer.add(because);
        return new PlanItem(
                item.item(),
                item.title(),
                item.steps(),
                item.dose(),
                item.days(),
                item.areas(),
                item.modified(),
                longer);
    }

    /** Areas that were stopped for the same reasons stand in one line. */
    private void stopped(List<PlanResult.ReviewItem> review, List<PlanResult.WithheldItem> withheld) {
        record Line(CompiledItem item, Verdict verdict, boolean absolute, List<Because> against) {}
        Map<Line, List<BodyArea>> lines = new LinkedHashMap<>();
        judged.forEach((candidate, said) -> {
            if (said.verdict != Verdict.OFFERED) {
                var areas = lines.computeIfAbsent(
                        new Line(candidate.compiled, said.verdict, said.absolute, said.against),
                        line -> new ArrayList<>());
                if (candidate.area != null) {
                    areas.add(candidate.area);
                }
            }
        });
        lines.forEach((line, areas) -> {
            if (line.verdict() == Verdict.REVIEW) {
                review.add(new PlanResult.ReviewItem(line.item().code, areas, line.against()));
            } else {
                withheld.add(new PlanResult.WithheldItem(
                        line.item().code,
                        areas,
                        line.absolute() ? Strength.ABSOLUTE : Strength.RELATIVE,
                        line.against()));
            }
        });
    }

    private List<PlanResult.Prompt> prompts() {
        var said = new ArrayList<PlanResult.Prompt>();
        facts.lookAtAll();
        for (int p = 0; p < promptRows.length; p++) {
            var code = protocol.written.prompts().get(p).code();
            var because = new ArrayList<Because>();
            for (int row : rows(promptRows[p])) {
                because.add(because(protocol.prompts[p][row]));
            }
            for (var one : prompted) {
                if (one.prompt().equals(code) && !because.contains(one.because())) {
                    because.add(one.because());
                }
            }
            if (!because.isEmpty()) {
                said.add(new PlanResult.Prompt(code, because));
            }
        }
        return said;
    }

    private static int[] rows(long bits) {
        int[] rows = new int[Long.bitCount(bits)];
        int n = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            rows[n++] = Long.numberOfTrailingZeros(rest);
        }
        return rows;
    }
}
