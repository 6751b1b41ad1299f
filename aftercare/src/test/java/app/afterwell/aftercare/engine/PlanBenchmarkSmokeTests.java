package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether the benchmark still measures what it says, without measuring. */
class PlanBenchmarkSmokeTests {

    @Test
    void itPlansEveryNoteInTurn() {
        var benchmark = new PlanBenchmark();
        for (int times : new int[] {1, 10}) {
            var notes = new PlanBenchmark.Notes();
            notes.protocolTimes = times;
            notes.prepare();
            assertThat(benchmark.plan(notes)).isNotNull();
            assertThat(benchmark.plan(notes)).isNotNull();
        }
    }

    @Test
    void itPlansAsManyAreasAsAskedFor() {
        var benchmark = new PlanBenchmark();
        for (int areas : new int[] {1, 2, 4, 8, 16, 32}) {
            var state = new PlanBenchmark.Areas();
            state.areas = areas;
            state.prepare();
            assertThat(PlanBenchmark.sessionWith(areas).areas()).hasSize(areas);
            assertThat(benchmark.planWithManyAreas(state).offered()).isNotEmpty();
        }
    }
}
