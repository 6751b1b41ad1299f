package app.afterwell.webui.lock;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.UnacceptableException;
import java.time.Duration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After how long of no use the screens of all staff lock, as the owner sets it. */
@Service
public class ScreenLockRule {

    private static final Duration LONGEST = Duration.ofHours(8);

    private final ScreenLockTimes times;
    private final AuditTrail audit;

    ScreenLockRule(ScreenLockTimes times, AuditTrail audit) {
        this.times = times;
        this.audit = audit;
    }

    /** Zero for never. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public Duration after() {
        return times.after();
    }

    /**
     * @param after zero for never
     * @throws UnacceptableException {@code invalid} with field {@code after} if it is negative or longer than a working day
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void set(Duration after) {
        if (after.isNegative() || after.compareTo(LONGEST) > 0) {
            throw UnacceptableException.field("after", "range", "Screens lock within eight hours, or never.");
        }
        times.write(after);
        audit.record("screen-lock.set", "screen-lock:" + after, null, null);
    }
}
