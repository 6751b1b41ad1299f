package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.Draft.Entry;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is put before Drools; public, with getters, because the rules read it. */
public final class DroolsFacts {

    private DroolsFacts() {}

    /** What the rules see of one area, of regions that were not worked on, or of the whole session. */
    public static final class Sight {

        private final Facts facts;
        private final int index;
        private final int findings;
        private final int techniques;
        private final int pressure;
        private final int regions;
        private final long conditions;

        /** Takes what the facts show just now. */
        Sight(Facts facts, int index) {
            this.facts = facts;
            this.index = index;
            findings = facts.seenFindings;
            techniques = facts.seenTechniques;
            pressure = facts.seenPressure;
            regions = facts.seenRegions;
            conditions = facts.seenConditions;
        }

        int index() {
            return index;
        }

        int regions() {
            return regions;
        }

        /** 0 for an area, otherwise {@link Entry#BODY} or {@link Entry#UNWORKED}. */
        public int getKind() {
            return Math.min(index, 0);
        }

        public int getPressure() {
            return pressure;
        }

        public int getMinutes() {
            return facts.session.minutes();
        }

        public int getPain() {
            PainScore before = facts.session.painBefore();
            PainScore after = facts.session.painAfter();
            return before != null ? before.value() : after != null ? after.value() : -1;
        }

        public int getLastOutcome() {
            Outcome last = facts.lastOutcome();
            return last == null ? -1 : last.ordinal();
        }

        /** Whether the safety profile is {@code missing}, {@code stale} or {@code good}. */
        public String getProfile() {
            if (facts.safety == null) {
                return "missing";
            }
            LocalDate confirmed = facts.safety.confirmedOn();
            int months = ClinicProtocol.WRITTEN.limits().profileMonths();
            return confirmed == null || confirmed.plusMonths(months).isBefore(facts.session.date()) ? "stale" : "good";
        }

        public boolean finds(int mask) {
            return (findings & mask) != 0;
        }

        public boolean findsIn(int mask, int where) {
            return (facts.findingsIn(where) & mask) != 0;
        }

        public boolean uses(int mask) {
            return (techniques & mask) != 0;
        }

        public boolean wants(int mask) {
            return (facts.goals & mask) != 0;
        }

        public boolean has(long mask) {
            return (conditions & mask) != 0;
        }

        public boolean isIn(int mask) {
            return (regions & mask) != 0;
        }

        public boolean picked(String item) {
            return facts.session.picks().contains(item);
        }

        public boolean past(int metric, int op, int value) {
            Integer number = facts.metric(Term.Metric.values()[metric]);
            return number != null && new Term.Bound(Term.Op.values()[op], value).holds(number);
        }
    }

    /** An item that some rule wants, on one area or on the whole body. */
    public static final class Candidate {

        final CompiledItem compiled;
        private final int index;
        final @Nullable BodyArea area;
        private final Sight safety;
        final List<List<Candidate>> met = new ArrayList<>();

        @Nullable
        Candidate whole;

        long offers;
        boolean picked;
        long withheld;
        long reviewed;

        Candidate(CompiledItem compiled, Sight offered, Facts facts, int exclusions) {
            this.compiled = compiled;
            index = offered.index();
            area = index < 0 ? null : facts.areas[index];
            Planner.lookForSafety(compiled, index, facts);
            safety = new Sight(facts, index);
            for (int i = 0; i < exclusions; i++) {
                met.add(new ArrayList<>(0));
            }
        }

        public int getItem() {
            return compiled.rank;
        }

        public int getIndex() {
            return index;
        }

        public boolean isOn() {
            return compiled.written.switchedOn();
        }

        public Sight getSafety() {
            return safety;
        }

        public boolean touches(Candidate other) {
            return area == null || other.area == null || area.overlaps(other.area);
        }

        public void withhold(int row) {
            withheld |= 1L << row;
        }

        public void review(int row) {
            reviewed |= 1L << row;
        }

        public void belongsTo(Candidate item) {
            if (whole == null || whole.index < item.index) {
                whole = item;
            }
        }

        public void meets(int exclusion, Candidate stays) {
            met.get(exclusion).add(stays);
        }
    }

    /** An item that goes into the plan, before its words are chosen. */
    public static final class Placing {

        final CompiledItem compiled;
        final List<Candidate> offered;
        private final Sight sight;
        long modified;
        long steps;

        Placing(CompiledItem compiled, List<Candidate> offered, Sight sight) {
            this.compiled = compiled;
            this.offered = offered;
            this.sight = sight;
        }

        public int getItem() {
            return compiled.rank;
        }

        public Sight getSight() {
            return sight;
        }

        public void modify(int row) {
            modified |= 1L << row;
        }

        public void step(int number) {
            steps |= 1L << number;
        }
    }
}
