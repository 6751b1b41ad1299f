package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether all that was signed is still as it was signed.
 *
 * @param notes how many signed versions were looked at
 * @param addenda how many addenda were looked at
 * @param findings what does not fit; empty if all is well
 */
public record IntegrityReport(Instant at, long notes, long addenda, List<Finding> findings) {

    public IntegrityReport {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }

    /** What is wrong with a row. */
    public enum Kind {
        /** The signed note, or the plan that it issued, is not what was signed. */
        NOTE_ALTERED,
        /** A signed note without its plan. */
        PLAN_MISSING,
        /** A plan whose note is not signed (any more). */
        SIGNATURE_MISSING,
        /** A version amends one that is not signed (any more). */
        VERSION_MISSING,
        /** An addendum is not what was written. */
        ADDENDUM_ALTERED
    }

    /**
     * One row that does not fit.
     *
     * @param row its id
     * @param plan the plan it stands with, where there is one
     * @param revision which version of the note, from 1
     */
    public record Finding(
            Kind kind,
            UUID row,
            @Nullable UUID plan,
            AppointmentId appointment,
            ClientId client,
            LocalDate day,
            int revision) {}
}
