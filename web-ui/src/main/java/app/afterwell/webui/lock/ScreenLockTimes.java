package app.afterwell.webui.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * After how long of no use the screens of staff lock: what the owner has set, otherwise what the installation says. It is
 * asked for with every request, so it is read again only after some seconds; on other instances a change takes that long.
 */
@Component
class ScreenLockTimes {

    private static final String NAME = "screen-lock-after";
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Known(Duration after, Instant at) {}

    private final JdbcClient jdbc;
    private final ScreenLockSettings installed;
    private final Clock clock;
    private volatile @Nullable Known known;

    ScreenLockTimes(JdbcClient jdbc, ScreenLockSettings installed, Clock clock) {
        this.jdbc = jdbc;
        this.installed = installed;
        this.clock = clock;
    }

    /** Zero for never. */
    Duration after() {
        var now = clock.instant();
        var last = known;
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = new Known(read(), now);
            known = last;
        }
        return last.after();
    }

    boolean locks() {
        return after().isPositive();
    }

    private Duration read() {
        return jdbc.sql("select value from clinic_setting where name = ?")
                .param(NAME)
                .query(String.class)
                .optional()
                .map(Duration::parse)
                .orElse(installed.after());
    }

    void write(Duration after) {
        jdbc.sql(
                        "insert into clinic_setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(NAME, after.toString())
                .update();
        known = null;
    }
}
