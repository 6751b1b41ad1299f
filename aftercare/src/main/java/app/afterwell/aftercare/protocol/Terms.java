package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.engine.Term;
import app.afterwell.aftercare.engine.Term.Bound;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Region;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from a condition of the protocol by its form alone. */
final class Terms {

    private static final int MOST_MINUTES = 600;
    private static final int MOST_HOURS = 24 * 31;
    private static final int MANY = 100_000;

    private Terms() {}

    /** Adds the conditions of a client that are asked for. */
    static void conditions(Term term, Set<Condition> into) {
        switch (term) {
            case Term.All all -> all.terms().forEach(each -> conditions(each, into));
            case Term.Any any -> any.terms().forEach(each -> conditions(each, into));
            case Term.Not not -> conditions(not.term(), into);
            case Term.HasCondition has -> into.addAll(has.anyOf());
            default -> {}
        }
    }

    /** Whether the second holds wherever the first does. False may also mean that it cannot be told. */
    static boolean implies(Term one, Term other) {
        if (one.equals(other) || other instanceof Term.Always) {
            return true;
        }
        if (one instanceof Term.Any any) {
            return any.terms().stream().allMatch(each -> implies(each, other));
        }
        if (other instanceof Term.All all) {
            return all.terms().stream().allMatch(each -> implies(one, each));
        }
        if (one instanceof Term.All all && all.terms().stream().anyMatch(each -> implies(each, other))) {
            return true;
        }
        if (other instanceof Term.Any any) {
            var codes = oneByOne(one);
            return any.terms().stream().anyMatch(each -> implies(one, each))
                    || (codes.size() > 1 && codes.stream().allMatch(each -> implies(each, other)));
        }
        return switch (one) {
            case Term.HasCondition(var codes) -> other instanceof Term.HasCondition(var all) && all.containsAll(codes);
            case Term.HasTechnique(var codes) -> other instanceof Term.HasTechnique(var all) && all.containsAll(codes);
            case Term.HasGoal(var codes) -> other instanceof Term.HasGoal(var all) && all.containsAll(codes);
            case Term.HasSymptom(var codes) -> other instanceof Term.HasSymptom(var all) && all.containsAll(codes);
            case Term.InRegion(var codes) -> other instanceof Term.InRegion(var all) && all.containsAll(codes);
            case Term.HasFinding(var codes, var in) ->
                other instanceof Term.HasFinding(var all, var where)
                        && all.containsAll(codes)
                        && (Objects.equals(in, where) || (in != null && where != null && where.containsAll(in)));
            case Term.Not(var not) -> other instanceof Term.Not(var ever) && implies(ever, not);
            case Term.LastOutcomeAtLeast(var least) ->
                other instanceof Term.LastOutcomeAtLeast(var lower) && lower.compareTo(least) <= 0;
            case Term.PressureIs(var bound) -> other instanceof Term.PressureIs(var wider) && isWithin(bound, wider);
            case Term.MinutesIs(var bound) -> other instanceof Term.MinutesIs(var wider) && isWithin(bound, wider);
            case Term.PainTodayIs(var bound) -> other instanceof Term.PainTodayIs(var wider) && isWithin(bound, wider);
            case Term.PainIs(var bound) -> other instanceof Term.PainIs(var wider) && isWithin(bound, wider);
            case Term.HoursIs(var bound) -> other instanceof Term.HoursIs(var wider) && isWithin(bound, wider);
            case Term.RiseIs(var bound) -> other instanceof Term.RiseIs(var wider) && isWithin(bound, wider);
            case Term.AboveBaselineIs(var bound) ->
                other instanceof Term.AboveBaselineIs(var wider) && isWithin(bound, wider);
            case Term.HistoryIs(var metric, var bound) ->
                other instanceof Term.HistoryIs(var same, var wider) && same == metric && isWithin(bound, wider);
            default -> false;
        };
    }

    /** Whether one follows from the other, or from a part of it. */
    static boolean overlap(Term one, Term other) {
        return switch (one) {
            case Term.Any any -> any.terms().stream().anyMatch(each -> overlap(each, other));
            default ->
                implies(one, other)
                        || implies(other, one)
                        || oneByOne(one).stream().anyMatch(each -> implies(each, other));
        };
    }

    /** The same asked code by code; empty if it does not ask for codes. */
    private static List<Term> oneByOne(Term term) {
        return switch (term) {
            case Term.HasCondition(var codes) ->
                codes.stream()
                        .<Term>map(code -> new Term.HasCondition(Set.of(code)))
                        .toList();
            case Term.HasTechnique(var codes) ->
                codes.stream()
                        .<Term>map(code -> new Term.HasTechnique(Set.of(code)))
                        .toList();
            case Term.HasGoal(var codes) ->
                codes.stream().<Term>map(code -> new Term.HasGoal(Set.of(code))).toList();
            case Term.HasSymptom(var codes) ->
                codes.stream()
                        .<Term>map(code -> new Term.HasSymptom(Set.of(code)))
                        .toList();
            case Term.HasFinding(var codes, var in) ->
                codes.stream()
                        .<Term>map(code -> new Term.HasFinding(Set.of(code), in))
                        .toList();
            default -> List.of();
        };
    }

    /** Whether a term can never hold for something done within these regions; null means the whole body. */
    static boolean isImpossible(Term term, @Nullable Set<Region> within) {
        return switch (term) {
            case Term.All all ->
                all.terms().stream().anyMatch(each -> isImpossible(each, within))
                        || excludeEachOther(all.terms())
                        || (within != null && areElsewhere(all.terms(), within));
            case Term.Any any -> any.terms().stream().allMatch(each -> isImpossible(each, within));
            case Term.Not(var not) -> not instanceof Term.Always;
            case Term.InRegion(var regions) ->
                within != null && regions.stream().noneMatch(within::contains);
            case Term.HasFinding(var codes, var in) -> codes.isEmpty() || (in != null && in.isEmpty());
            case Term.PressureIs(var bound) -> isOutside(bound, 1, 5);
            case Term.MinutesIs(var bound) -> isOutside(bound, 1, MOST_MINUTES);
            case Term.PainTodayIs(var bound) -> isOutside(bound, 0, 10);
            case Term.PainIs(var bound) -> isOutside(bound, 0, 10);
            case Term.AboveBaselineIs(var bound) -> isOutside(bound, -10, 10);
            case Term.RiseIs(var bound) -> isOutside(bound, -10, 10);
            case Term.HoursIs(var bound) -> isOutside(bound, 0, MOST_HOURS);
            case Term.HistoryIs(var metric, var bound) ->
                switch (metric) {
                    case EARLIER_PLANS, LAST_SORENESS_HOURS, SORENESS_RISES_IN_A_ROW -> isOutside(bound, 0, MANY);
                    case LAST_PRESSURE -> isOutside(bound, 1, 5);
                    case PAIN_DROP_OVER_3_VISITS, PAIN_DROP_OVER_4_VISITS -> isOutside(bound, -10, 10);
                };
            default -> false;
        };
    }

    /** Regions that are asked for together must have one in common, where one area is judged at a time. */
    private static boolean areElsewhere(Collection<Term> terms, Set<Region> within) {
        return within.stream()
                .noneMatch(region -> terms.stream()
                        .allMatch(term -> !(term instanceof Term.InRegion(var regions)) || regions.contains(region)));
    }

    private static boolean excludeEachOther(List<Term> terms) {
        for (Term one : terms) {
            for (Term other : terms) {
                if (other instanceof Term.Not(var not) && implies(one, not)) {
                    return true;
                }
                Bound low = boundOf(one);
                Bound high = boundOf(other);
                if (low != null
                        && high != null
                        && !isUpper(low)
                        && isUpper(high)
                        && kindOf(one).equals(kindOf(other))
                        && least(low) > most(high)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Bound boundOf(Term term) {
        return switch (term) {
            case Term.PressureIs(var bound) -> bound;
            case Term.MinutesIs(var bound) -> bound;
            case Term.PainTodayIs(var bound) -> bound;
            case Term.PainIs(var bound) -> bound;
            case Term.AboveBaselineIs(var bound) -> bound;
            case Term.RiseIs(var bound) -> bound;
            case Term.HoursIs(var bound) -> bound;
            case Term.HistoryIs(var metric, var bound) -> bound;
            default -> null;
        };
    }

    private static Object kindOf(Term term) {
        return term instanceof Term.HistoryIs(var metric, var bound) ? metric : term.getClass();
    }

    private static boolean isWithin(Bound bound, Bound wider) {
        return isUpper(bound) == isUpper(wider)
                && (isUpper(bound) ? most(bound) <= most(wider) : least(bound) >= least(wider));
    }

    static boolean isUpper(Bound bound) {
        return bound.op() == Term.Op.AT_MOST || bound.op() == Term.Op.BELOW;
    }

    private static int least(Bound bound) {
        return bound.op() == Term.Op.ABOVE ? bound.value() + 1 : bound.value();
    }

    private static int most(Bound bound) {
        return bound.op() == Term.Op.BELOW ? bound.value() - 1 : bound.value();
    }

    private static boolean isOutside(Bound bound, int least, int most) {
        return isUpper(bound) ? most(bound) < least : least(bound) > most;
    }
}
