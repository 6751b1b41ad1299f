package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.History.PastVisit;
import app.afterwell.aftercare.engine.ProtocolDefinition.Band;
import app.afterwell.aftercare.engine.ProtocolDefinition.BandRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Triage;
import app.afterwell.aftercare.engine.ProtocolDefinition.TriageRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Words;
import app.afterwell.domain.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what pain is to be expected and what an answer comes to. */
final class CheckInRules {

    private static final int MOST_PAIN = 10;
    private static final int LATEST_HOUR = 72;

    private final Band band;
    private final Check extraPeak;
    private final Check extraEnd;
    private final Triage triage;
    private final List<CompiledRow> rows;

    private record CompiledRow(TriageRow row, CompiledItem.Rule rule) {}

    CheckInRules(Band band, Triage triage) {
        this.band = band;
        this.triage = triage;
        extraPeak = Check.of(band.extraPeakWhen());
        extraEnd = Check.of(band.extraEndWhen());
        rows = triage.rows().stream()
                .sorted(Comparator.comparing(TriageRow::outcome).reversed())
                .map(row -> new CompiledRow(
                        row,
                        CompiledItem.Rule.of("triage." + row.rule(), row.when(), triage.sources(), triage.evidence())))
                .toList();
    }

    ExpectedBand band(Facts facts) {
        facts.lookAtAll();
        SessionFindings session = facts.session;
        int baseline = baseline(session);
        BandRow row = row(facts.sessionPressure);
        int rise = row.peak() + (extraPeak.holds(facts) ? band.extraPeak() : 0);
        int end = Math.min(LATEST_HOUR, row.endHours() + (extraEnd.holds(facts) ? band.extraEndHours() : 0));
        return new ExpectedBand(
                baseline, Math.min(MOST_PAIN, baseline + rise), narrowed(end, facts.sessionPressure, facts.history));
    }

    /** The pain the client left with; if it is not known the pain they came with; if neither is known, none. */
    private static int baseline(SessionFindings session) {
        if (session.painAfter() != null) {
            return session.painAfter().value();
        }
        return session.painBefore() == null ? 0 : session.painBefore().value();
    }

    private BandRow row(int pressure) {
        for (BandRow row : band.rows()) {
            if (pressure <= row.maxPressure()) {
                return row;
            }
        }
        return band.rows().getLast();
    }

    /** The client's own curves may bring the end forward, never put it back. */
    private int narrowed(int end, int pressure, History history) {
        var own = band.ownCurves();
        if (history.earlierPlans() + 1 < own.fromPlan()) {
            return end;
        }
        int similar = 0;
        int longest = 0;
        for (PastVisit visit : history.visits()) {
            Integer hours = visit.sorenessHours();
            Integer strongest = visit.maxPressure();
            if (hours != null && strongest != null && Math.abs(strongest - pressure) <= own.pressureWithin()) {
                similar++;
                longest = Math.max(longest, hours);
            }
        }
        return similar < own.visits() ? end : Math.min(end, Math.max(own.leastHours(), longest + own.marginHours()));
    }

    TriageResult triage(CheckInAnswer answer, List<CheckInAnswer> earlier, Facts facts) {
        ExpectedBand expected = band(facts);
        int pain = answer.pain().value();
        boolean aboveBand = pain > expected.upperEdge(answer.hours());
        Integer rise = earlier.isEmpty()
                ? null
                : (Integer) (pain - earlier.getLast().pain().value());
        facts.checkIn = new Facts.CheckIn(
                Masks.of(answer.symptoms()), pain, pain - expected.baseline(), rise, answer.hours(), aboveBand);

        var fired = new Fired();
        var causes = new ArrayList<String>(2);
        var because = new ArrayList<Because>(2);
        var guidance = new LinkedHashSet<String>();
        @Nullable Outcome outcome = null;
        for (CompiledRow row : rows) {
            if (row.rule().check().holds(facts)) {
                if (outcome == null) {
                    outcome = row.row().outcome();
                }
                causes.add(row.row().rule());
                fired.clear();
                row.rule().check().gather(facts, fired);
                because.add(row.rule().because(fired));
                guidance.addAll(row.row().guidance());
            }
        }
        if (outcome == null) {
            outcome = Outcome.AS_EXPECTED;
            because.add(
                    new Because("triage.as-expected", List.of("pain=" + pain), triage.sources(), triage.evidence()));
        }
        Words words = triage.outcomes().getOrDefault(outcome, new Words("", List.of()));
        // In an emergency the call comes first, and nothing stands before it.
        var read = new LinkedHashSet<String>();
        if (outcome != Outcome.EMERGENCY) {
            read.addAll(guidance);
        }
        read.addAll(words.guidance());
        read.addAll(guidance);
        return new TriageResult(
                outcome,
                words.headline(),
                List.copyOf(read),
                causes.isEmpty() ? "as-expected" : causes.getFirst(),
                causes,
                aboveBand,
                because);
    }
}
