package app.afterwell.aftercare.engine;

import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition in a protocol: a closed language over the vocabulary, without scripting. */
public sealed interface Term {

    /** Holds for every session. */
    record Always() implements Term {}

    /** Holds where all do. */
    record All(List<Term> terms) implements Term {
        public All {
            terms = List.copyOf(terms);
        }
    }

    /** Holds where one does. */
    record Any(List<Term> terms) implements Term {
        public Any {
            terms = List.copyOf(terms);
        }
    }

    /** Holds where the other does not. */
    record Not(Term term) implements Term {}

    /**
     * One of the findings is there.
     *
     * @param in where to look; null means the area at hand, or everywhere if the item is for the whole body
     */
    record HasFinding(Set<Finding> anyOf, @Nullable Set<Region> in) implements Term {
        public HasFinding {
            anyOf = Set.copyOf(anyOf);
            in = in == null ? null : Set.copyOf(in);
        }
    }

    /** One of the techniques was used, on the area at hand or in the session. */
    record HasTechnique(Set<Technique> anyOf) implements Term {
        public HasTechnique {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** The client came for one of the goals. */
    record HasGoal(Set<Goal> anyOf) implements Term {
        public HasGoal {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** One of the conditions acts on the area at hand, or anywhere if the whole body is meant. */
    record HasCondition(Set<Condition> anyOf) implements Term {
        public HasCondition {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** The area at hand, or one that was worked on, is in one of the regions. */
    record InRegion(Set<Region> anyOf) implements Term {
        public InRegion {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** The pressure, 1 to 5, on the area at hand, or the strongest of the session. */
    record PressureIs(Bound bound) implements Term {}

    /** How long the session was, in minutes. */
    record MinutesIs(Bound bound) implements Term {}

    /** The pain the client came with (or, if it is not known, left with), 0 to 10. */
    record PainTodayIs(Bound bound) implements Term {}

    /** The therapist picked the item. */
    record Picked(String item) implements Term {}

    /** A number from the history; unknown never holds. */
    record HistoryIs(Metric metric, Bound bound) implements Term {}

    /** The last visit's check-ins came to this or worse. */
    record LastOutcomeAtLeast(Outcome outcome) implements Term {}

    /** The client reports one of the symptoms. */
    record HasSymptom(Set<Symptom> anyOf) implements Term {
        public HasSymptom {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** The pain that the client reports, 0 to 10. */
    record PainIs(Bound bound) implements Term {}

    /** How far the reported pain is above the pain after the session. */
    record AboveBaselineIs(Bound bound) implements Term {}

    /** How far the reported pain is above the answer before it. */
    record RiseIs(Bound bound) implements Term {}

    /** Hours since the visit's end. */
    record HoursIs(Bound bound) implements Term {}

    /** The reported pain is above the expected band. */
    record AboveBand() implements Term {}

    /** What a number is held against. */
    record Bound(Op op, int value) {
        boolean holds(double number) {
            return switch (op) {
                case AT_LEAST -> number >= value;
                case AT_MOST -> number <= value;
                case ABOVE -> number > value;
                case BELOW -> number < value;
            };
        }
    }

    /** How a number is compared. */
    enum Op {
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW
    }

    /** The numbers of a history that a rule may ask for. */
    enum Metric {
        EARLIER_PLANS,
        LAST_PRESSURE,
        LAST_SORENESS_HOURS,
        /** Points by which pain on arrival went down from the first to the last of three visits, this one included. */
        PAIN_DROP_OVER_3_VISITS,
        /** The same over four visits. */
        PAIN_DROP_OVER_4_VISITS,
        /** After how many visits in a row, up to the last one, the soreness lasted longer than after the one before. */
        SORENESS_RISES_IN_A_ROW
    }
}
