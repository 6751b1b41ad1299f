package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Plans a second on one core with the full protocol, over 10,000 varied notes; what a plan allocates; and how the cost
 * grows with areas and with the size of the protocol. Run its {@code main}; {@code quick} as an argument makes it short.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PlanBenchmark {

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
            notes = Generated.notes(10_000);
        }
    }

    /** One session with many areas. */
    @State(Scope.Thread)
    public static class Areas {

        @Param({"5", "10", "20", "40", "80"})
        public int areas;

        private CompiledProtocol protocol;
        private SessionFindings session;

        @Setup
        public void prepare() {
            protocol = ClinicProtocol.APPROVED;
            var worked = new ArrayList<WorkedArea>();
            for (Side side : Side.values()) {
                for (Region region : Region.values()) {
                    worked.add(new WorkedArea(
                            new BodyArea(region, side),
                            Set.of(Finding.TIGHTNESS, Finding.TENDERNESS),
                            Set.of(Technique.DEEP_TISSUE),
                            new Pressure(4),
                            null));
                }
            }
            // evenly over the body, so that every size meets the same mix of items
            var chosen = new ArrayList<WorkedArea>();
            for (int i = 0; i < areas; i++) {
                chosen.add(worked.get(i * worked.size() / areas));
            }
            session = new SessionFindings(Given.TODAY, 60, chosen, null, null, Set.of(Goal.STRESS), Set.of());
        }
    }

    @Benchmark
    public PlanResult plan(Notes state) {
        var note = state.notes.get(state.next);
        state.next = state.next + 1 == state.notes.size() ? 0 : state.next + 1;
        return state.protocol.plan(note.session(), note.safety(), note.history());
    }

    @Benchmark
    public PlanResult planWithManyAreas(Areas state) {
        return state.protocol.plan(state.session, Given.healthy(), Given.KNOWN);
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

    public static void main(String[] arguments) throws RunnerException {
        boolean quick = List.of(arguments).contains("quick");
        var options = new OptionsBuilder()
                .include(PlanBenchmark.class.getName() + "\\..*")
                .forks(quick ? 0 : 1)
                .threads(1)
                .warmupIterations(quick ? 2 : 3)
                .warmupTime(TimeValue.seconds(quick ? 1 : 2))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.seconds(quick ? 1 : 2))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();

        Map<String, double[]> numbers = new TreeMap<>();
        for (RunResult result : results) {
            String times = result.getParams().getParam("protocolTimes");
            String areas = result.getParams().getParam("areas");
            String name = areas == null
                    ? String.format(Locale.ROOT, "1 notes, protocol x%02d", Integer.parseInt(times))
                    : String.format(Locale.ROOT, "2 one note, %02d areas", Integer.parseInt(areas));
            numbers.put(name, new double[] {
                result.getPrimaryResult().getScore(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()
            });
        }
        System.out.println();
        System.out.printf(Locale.ROOT, "%-28s %14s %16s%n", "aftercare engine, one core", "plans/s", "bytes per plan");
        numbers.forEach((name, pair) ->
                System.out.printf(Locale.ROOT, "%-28s %,14.0f %,16.0f%n", name.substring(2), pair[0], pair[1]));
    }
}
