package app.afterwell.aftercare.engine;

import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import org.jspecify.annotations.Nullable;

/** A {@link Term} made ready: masks and numbers instead of sets and names. */
interface Check {

    boolean holds(Facts facts);

    /** Adds the facts that make it hold; asked only if it holds. */
    void gather(Facts facts, Fired fired);

    static Check of(Term term) {
        return switch (term) {
            case Term.Always always -> new Always();
            case Term.All all -> new All(all.terms().stream().map(Check::of).toArray(Check[]::new));
            case Term.Any any -> new Any(any.terms().stream().map(Check::of).toArray(Check[]::new));
            case Term.Not not -> new Not(of(not.term()));
            case Term.HasFinding(var anyOf, var in) ->
                in == null
                        ? new SeenFinding(Masks.intOf(anyOf))
                        : new FindingIn(Masks.intOf(anyOf), Masks.intOf(in), in.size() == Region.values().length);
            case Term.HasTechnique(var anyOf) -> new Technique(Masks.intOf(anyOf));
            case Term.HasGoal(var anyOf) -> new Goal(Masks.intOf(anyOf));
            case Term.HasCondition(var anyOf) -> new Condition(Masks.of(anyOf));
            case Term.InRegion(var anyOf) -> new InRegion(Masks.intOf(anyOf));
            case Term.PressureIs(var bound) -> new Pressure(bound);
            case Term.MinutesIs(var bound) -> new Minutes(bound);
            case Term.PainTodayIs(var bound) -> new PainToday(bound);
            case Term.Picked(var item) -> new Picked(item);
            case Term.HistoryIs(var metric, var bound) -> new HistoryNumber(metric, bound);
            case Term.LastOutcomeAtLeast(var outcome) -> new LastOutcome(outcome);
            case Term.HasSymptom(var anyOf) -> new Symptom(Masks.of(anyOf));
            case Term.PainIs(var bound) -> new Pain(bound);
            case Term.AboveBaselineIs(var bound) -> new AboveBaseline(bound);
            case Term.RiseIs(var bound) -> new Rise(bound);
            case Term.HoursIs(var bound) -> new Hours(bound);
            case Term.AboveBand band -> new AboveBand();
        };
    }

    record Always() implements Check {
        @Override
        public boolean holds(Facts facts) {
            return true;
        }

        @Override
        public void gather(Facts facts, Fired fired) {}
    }

    @SuppressWarnings("ArrayRecordComponent") // private to the engine, never compared
    record All(Check[] checks) implements Check {
        @Override
        public boolean holds(Facts facts) {
            for (Check check : checks) {
                if (!check.holds(facts)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            for (Check check : checks) {
                check.gather(facts, fired);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // private to the engine, never compared
    record Any(Check[] checks) implements Check {
        @Override
        public boolean holds(Facts facts) {
            for (Check check : checks) {
                if (check.holds(facts)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            for (Check check : checks) {
                if (check.holds(facts)) {
                    check.gather(facts, fired);
                }
            }
        }
    }

    /** What is absent is no fact of the input, so nothing is gathered. */
    record Not(Check check) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return !check.holds(facts);
        }

        @Override
        public void gather(Facts facts, Fired fired) {}
    }

    record SeenFinding(int mask) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return (facts.seenFindings & mask) != 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.findings |= facts.seenFindings & mask;
        }
    }

    record FindingIn(int mask, int regions, boolean anywhere) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return (found(facts) & mask) != 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.findings |= found(facts) & mask;
        }

        private int found(Facts facts) {
            return anywhere ? facts.sessionFindings : facts.findingsIn(regions);
        }
    }

    record Technique(int mask) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return (facts.seenTechniques & mask) != 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.techniques |= facts.seenTechniques & mask;
        }
    }

    record Goal(int mask) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return (facts.goals & mask) != 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.goals |= facts.goals & mask;
        }
    }

    record Condition(long mask) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return (facts.seenConditions & mask) != 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.conditions |= facts.seenConditions & mask;
        }
    }

    record InRegion(int mask) implements Check {
        private static final String[] NAMES =
                java.util.Arrays.stream(Region.values()).map(Enum::name).toArray(String[]::new);

        @Override
        public boolean holds(Facts facts) {
            return (facts.seenRegions & mask) != 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            // A region that only the item brings is no fact of the session.
            for (int rest = facts.seenRegions & mask & facts.workedRegions; rest != 0; rest &= rest - 1) {
                fired.other(NAMES[Integer.numberOfTrailingZeros(rest)]);
            }
        }
    }

    record Pressure(Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return facts.seenPressure > 0 && bound.holds(facts.seenPressure);
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.other("pressure=" + facts.seenPressure);
        }
    }

    record Minutes(Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return bound.holds(facts.session.minutes());
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.other("minutes=" + facts.session.minutes());
        }
    }

    record PainToday(Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            Integer pain = facts.painToday();
            return pain != null && bound.holds(pain);
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.other((facts.session.painBefore() != null ? "painBefore=" : "painAfter=") + facts.painToday());
        }
    }

    record Picked(String item) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return facts.session.picks().contains(item);
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.other(item);
        }
    }

    record HistoryNumber(Term.Metric metric, Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            Integer number = facts.metric(metric);
            return number != null && bound.holds(number);
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            switch (metric) {
                case EARLIER_PLANS -> fired.other("earlierPlans=" + facts.history.earlierPlans());
                case LAST_PRESSURE -> fired.other("maxPressure=" + facts.metric(metric));
                case LAST_SORENESS_HOURS -> fired.other("sorenessHours=" + facts.metric(metric));
                case PAIN_DROP_OVER_3_VISITS -> pains(facts, 3, fired);
                case PAIN_DROP_OVER_4_VISITS -> pains(facts, 4, fired);
                case SORENESS_RISES_IN_A_ROW ->
                    facts.history.visits().stream()
                            .limit(number(facts) + 1L)
                            .forEach(visit -> fired.other("sorenessHours=" + visit.sorenessHours()));
            }
        }

        private int number(Facts facts) {
            Integer number = facts.metric(metric);
            return number == null ? 0 : number;
        }

        private static void pains(Facts facts, int visits, Fired fired) {
            int[] series = facts.painSeries(visits);
            if (series != null) {
                fired.other("painBefore=" + series[visits - 1]);
                fired.other("painBefore=" + series[0]);
            }
        }
    }

    record LastOutcome(Outcome least) implements Check {
        @Override
        public boolean holds(Facts facts) {
            Outcome last = facts.lastOutcome();
            return last != null && last.compareTo(least) >= 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            fired.other("outcome=" + facts.lastOutcome());
        }
    }

    /** The rest is asked in triage only; without a check-in none of it holds. */
    record Symptom(long mask) implements Check {
        @Override
        public boolean holds(Facts facts) {
            Facts.@Nullable CheckIn checkIn = facts.checkIn;
            return checkIn != null && (checkIn.symptoms() & mask) != 0;
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            if (facts.checkIn != null) {
                fired.symptoms |= facts.checkIn.symptoms() & mask;
            }
        }
    }

    record Pain(Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return facts.checkIn != null && bound.holds(facts.checkIn.pain());
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            painOf(facts, fired);
        }
    }

    record AboveBaseline(Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return facts.checkIn != null && bound.holds(facts.checkIn.aboveBaseline());
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            painOf(facts, fired);
        }
    }

    record Rise(Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return facts.checkIn != null && facts.checkIn.rise() != null && bound.holds(facts.checkIn.rise());
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            painOf(facts, fired);
        }
    }

    record Hours(Term.Bound bound) implements Check {
        @Override
        public boolean holds(Facts facts) {
            return facts.checkIn != null && bound.holds(facts.checkIn.hours());
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            if (facts.checkIn != null) {
                fired.other("hours=" + (long) facts.checkIn.hours());
            }
        }
    }

    record AboveBand() implements Check {
        @Override
        public boolean holds(Facts facts) {
            return facts.checkIn != null && facts.checkIn.aboveBand();
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            painOf(facts, fired);
        }
    }

    private static void painOf(Facts facts, Fired fired) {
        if (facts.checkIn != null) {
            fired.other("pain=" + facts.checkIn.pain());
        }
    }
}
