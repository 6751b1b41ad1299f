package app.afterwell.aftercare.checkin;

import java.time.Duration;

/** The same with few questions, so that every test run shows that it still works. */
class FollowUpBenchmarksSmokeTests extends FollowUpBenchmarks {

    @Override
    protected int due() {
        return 2_000;
    }

    @Override
    protected Duration atMost() {
        return Duration.ofSeconds(20);
    }
}
