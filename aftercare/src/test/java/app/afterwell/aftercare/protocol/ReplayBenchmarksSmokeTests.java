package app.afterwell.aftercare.protocol;

/** The same with few notes, so that every test run shows that it still works. */
class ReplayBenchmarksSmokeTests extends ReplayBenchmarks {

    @Override
    protected int notes() {
        return 2500;
    }
}
