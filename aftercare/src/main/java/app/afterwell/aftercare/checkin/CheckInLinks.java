package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.CareJson;
import app.afterwell.domain.CheckInId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the links that open one question. Only whoever sends them to the client asks for one; what is stored is its
 * hash. Every link of a question stands until it is answered or its time is over, so that an older message opens too.
 */
@Component
public class CheckInLinks {

    private static final int BYTES = 24;
    private static final Duration LASTS = Duration.ofHours(24);

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CheckInLinks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A new token for a question that has been asked; good for 24 hours or until the next question. Empty if the
     * question is not open or the next one is due.
     */
    @Transactional
    public Optional<String> issue(CheckInId id) {
        return until(id).map(until -> {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            sql.sql("insert into check_in_link (token_hash, check_in_id, good_until) values (:hash, :id, :until)")
                    .param("hash", hash(token))
                    .param("id", id.value())
                    .param("until", Timestamp.from(until))
                    .update();
            return token;
        });
    }

    /** Until when a link made now would open the question; empty if there is nothing to open. */
    @Transactional(readOnly = true)
    public Optional<Instant> until(CheckInId id) {
        var now = clock.instant();
        return sql.sql("""
                select least(:day, coalesce((
                    select min(n.due_at) from check_in n where n.plan_id = c.plan_id
                        and n.due_at > c.due_at and n.status <> 'CANCELLED'), :day))
                from check_in c where c.id = :id and c.status = 'ASKED'
                """)
                .param("day", Timestamp.from(now.plus(LASTS)))
                .param("id", id.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .filter(until -> until.isAfter(now));
    }

    static String hash(String token) {
        return CareJson.sha256(token);
    }
}
