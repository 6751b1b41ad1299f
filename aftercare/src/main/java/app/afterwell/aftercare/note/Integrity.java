package app.afterwell.aftercare.note;

import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the record is still what was signed, for those who answer for it. */
@Service
@Transactional
@PreAuthorize("hasRole('OWNER') or hasAuthority('CLINICAL_LEAD')")
public class Integrity {

    private final IntegrityCheck check;

    Integrity(IntegrityCheck check) {
        this.check = check;
    }

    /** What the last look found; empty if nobody has looked yet. */
    @Transactional(readOnly = true)
    public Optional<IntegrityReport> last() {
        return check.last();
    }

    /** Looks now at everything that was ever signed; in a large clinic this takes a while. */
    public IntegrityReport checkNow() {
        return check.run();
    }
}
