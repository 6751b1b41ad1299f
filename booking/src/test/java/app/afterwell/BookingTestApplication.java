package app.afterwell;

import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import testsupport.MutableClock;

/** Starts this pillar alone, as its tests need it. */
@SpringBootApplication
@Modulithic(sharedModules = "domain")
class BookingTestApplication {

    /** Stands at a Sunday afternoon until a test moves it. */
    @Bean
    MutableClock clock() {
        return new MutableClock(Instant.parse("2026-11-22T15:00:00Z"));
    }

    /** Jobs go by the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
