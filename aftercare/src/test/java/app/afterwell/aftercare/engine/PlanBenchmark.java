package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import testsupport.Figures;

/**
 * Plans a second on one core with the full protocol, over 10,000 varied notes; what a plan allocates; the same protocol
 * as Drools rules; and how the cost grows with areas and with the size of the protocol. {@code ./afterwell bench plan}
 * runs it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PlanBenchmark {

    private static final int NOTES = 10_000;

    /** Ten thousand varied notes, one after the other. */
    @State(Scope.Thread)
    public static class Notes {

        /** How many times the protocol's items are in it. */
        @Param({"1", "10"})
        public int protocolTimes;

        private CompiledProtocol protocol;
        private List<Generated.Note> notes;
        private int next;

        @Setup
        public void prepare() {
            protocol = CompiledProtocol.compile(times(ClinicProtocol.WRITTEN, protocolTimes), true);
            notes = Generated.notes(NOTES);
        }

        Generated.Note next() {
            next = next + 1 == notes.size() ? 0 : next + 1;
            return notes.get(next);
        }
    }

    /** The same notes for Drools, which must first say the same of each. */
    @State(Scope.Thread)
    public static class Rules {

        private DroolsProtocol protocol;
        private List<Generated.Note> notes;
        private int next;

        @Setup
        public void prepare() {
            protocol = new DroolsProtocol(ClinicProtocol.WRITTEN);
            notes = Generated.notes(NOTES);
            System.out.printf("%n%d rules, the same outcome on %d notes%n", protocol.rules(), sameOutcomes());
        }

        private int sameOutcomes() {
            for (var note : notes) {
                var expected = ClinicProtocol.APPROVED.plan(note.session(), note.safety(), note.history());
                if (!protocol.plan(note.session(), note.safety(), note.history())
                        .equals(expected)) {
                    throw new IllegalStateException("Drools decides otherwise: " + note);
                }
            }
            return notes.size();
        }

        Generated.Note next() {
            next = next + 1 == notes.size() ? 0 : next + 1;
            return notes.get(next);
        }
    }

    /** One session with many areas. */
    @State(Scope.Thread)
    public static class Areas {

        @Param({"1", "2", "4", "8", "16", "32"})
        public int areas;

        private SessionFindings session;

        @Setup
        public void prepare() {
            session = sessionWith(areas);
        }
    }

    /** Every area alike, and as evenly over the body as can be, so that every size meets the same mix of items. */
    static SessionFindings sessionWith(int areas) {
        var worked = new ArrayList<WorkedArea>();
        for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
            for (Region region : Region.values()) {
                worked.add(new WorkedArea(
                        new BodyArea(region, side),
                        Set.of(Finding.TIGHTNESS, Finding.TENDERNESS),
                        Set.of(Technique.DEEP_TISSUE),
                        new Pressure(4),
                        null));
            }
        }
        var chosen = new ArrayList<WorkedArea>();
        for (int i = 0; i < areas; i++) {
            chosen.add(worked.get(i * worked.size() / areas));
        }
        return new SessionFindings(Given.TODAY, 60, chosen, null, null, Set.of(Goal.STRESS), Set.of());
    }

    @Benchmark
    public PlanResult plan(Notes state) {
        var note = state.next();
        return state.protocol.plan(note.session(), note.safety(), note.history());
    }

    @Benchmark
    public PlanResult planByDrools(Rules state) {
        var note = state.next();
        return state.protocol.plan(note.session(), note.safety(), note.history());
    }

    @Benchmark
    public PlanResult planWithManyAreas(Areas state) {
        return ClinicProtocol.APPROVED.plan(state.session, Given.healthy(), Given.KNOWN);
    }

    /** The same protocol with every item that is not one of the safe four as often as asked for. */
    static ProtocolDefinition times(ProtocolDefinition protocol, int times) {
        var items = new ArrayList<ProtocolDefinition.Item>();
        for (int i = 0; i < times; i++) {
            for (var item : protocol.items()) {
                if (i == 0) {
                    items.add(item);
                } else if (item.kind() != ProtocolDefinition.Kind.SAFE) {
                    items.add(new ProtocolDefinition.Item(
                            item.code() + "-" + i,
                            item.kind(),
                            item.switchedOn(),
                            item.partOf(),
                            item.title(),
                            item.regions(),
                            item.wholeBodySafety(),
                            item.minutes(),
                            item.group(),
                            item.days(),
                            item.dose(),
                            item.steps(),
                            item.background(),
                            item.sources(),
                            item.evidence(),
                            item.offers(),
                            item.suits(),
                            item.safety(),
                            item.noSafetyRows()));
                }
            }
        }
        return new ProtocolDefinition(
                protocol.version(),
                protocol.notice(),
                protocol.sources(),
                protocol.reach(),
                protocol.worstFirst(),
                protocol.limits(),
                protocol.oneToolFirst(),
                protocol.checkIns(),
                protocol.relative(),
                protocol.exclusions(),
                items,
                protocol.prompts(),
                protocol.beforeSession(),
                protocol.band(),
                protocol.triage(),
                protocol.unused());
    }

    private static Map<String, RunResult> run(ChainedOptionsBuilder options, String param, String... benchmarks)
            throws RunnerException {
        for (String benchmark : benchmarks) {
            options.include(PlanBenchmark.class.getName() + "\\." + benchmark + "$");
        }
        Map<String, RunResult> results = new LinkedHashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String value = result.getParams().getParam(param);
            results.put(value == null ? result.getPrimaryResult().getLabel() : value, result);
        }
        return results;
    }

    private static ChainedOptionsBuilder options(int warmups, int iterations, long millis) {
        return new OptionsBuilder()
                .forks(1)
                .threads(1)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private static double perSecond(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }

    /** The ratio of what a plan costs, over the ratio of the sizes: 1 is linear, less is better. */
    private static double growth(RunResult small, RunResult large, double sizes) {
        return perSecond(small) / perSecond(large) / sizes;
    }

    public static void main(String[] arguments) throws RunnerException {
        var figures = new Figures("plan");
        var notes = run(options(4, 5, 2000), "protocolTimes", "plan");
        RunResult plan = notes.get("1");
        figures.atLeast(100_000, "plans, one core, full protocol", perSecond(plan), "/s");
        figures.say("allocated by a plan", bytes(plan), "bytes");
        RunResult drools = run(options(6, 5, 2000), "protocolTimes", "planByDrools")
                .values()
                .iterator()
                .next();
        figures.say("the same as Drools rules", perSecond(drools), "/s");
        figures.say("allocated by a plan of Drools", bytes(drools), "bytes");
        figures.say("engine : Drools", perSecond(plan) / perSecond(drools), "times");
        RunResult large = notes.get("10");
        figures.say("plans with the protocol 10 times as large", perSecond(large), "/s");
        figures.atMost(1, "growth of the cost with rules (1 is linear)", growth(plan, large, 10), "");

        var areas = run(options(3, 3, 1000), "areas", "planWithManyAreas");
        RunResult before = null;
        int size = 1;
        for (var result : areas.values()) {
            figures.say("plans of a session with " + size + " areas", perSecond(result), "/s");
            if (before != null) {
                figures.atMost(1.1, "growth of the cost from half as many", growth(before, result, 2), "");
            }
            before = result;
            size *= 2;
        }
    }
}
