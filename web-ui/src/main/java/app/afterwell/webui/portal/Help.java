package app.afterwell.webui.portal;

import app.afterwell.domain.Condition;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.webui.portal.EmergencyNumbers.Numbers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sheet "If it gets worse" knows of the client who opens it.
 *
 * @param advice a medical advice line, where there is one
 * @param clinic null if the client never had a visit
 * @param bruisesAreGrave whether any bruise is a reason to call today
 * @param pregnant whether signs in a pregnancy are listed
 * @param tells whether the sheet offers to tell us how one feels; not where that is asked already
 */
record Help(
        String emergency,
        @Nullable String advice,
        @Nullable Clinic clinic,
        boolean bruisesAreGrave,
        boolean pregnant,
        boolean tells) {

    static Help of(Numbers numbers, Optional<Clinic> clinic, Optional<SafetyProfile> profile, boolean tells) {
        return new Help(
                numbers.emergency(),
                numbers.advice().orElse(null),
                clinic.orElse(null),
                profile.filter(known -> known.has(Condition.ANTICOAGULANTS) || known.has(Condition.BLEEDING_DISORDER))
                        .isPresent(),
                profile.filter(known -> known.has(Condition.PREGNANCY)).isPresent(),
                tells);
    }
}
