package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.CareJson;
import app.afterwell.domain.CheckInId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the link that opens one question. Only whoever sends it to the client asks for one; what is stored is its hash.
 */
@Component
public class CheckInLinks {

    private static final int BYTES = 24;

    private final CheckInRows checkIns;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CheckInLinks(CheckInRows checkIns, Clock clock) {
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /**
     * A new token for a question that has been asked, in the place of an earlier one; good for 24 hours or until the
     * next question. Empty if the question is not open.
     */
    @Transactional
    public Optional<String> issue(CheckInId id) {
        return checkIns.findById(id.value())
                .filter(question -> question.status() == CheckInStatus.ASKED)
                .map(question -> {
                    var bytes = new byte[BYTES];
                    random.nextBytes(bytes);
                    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                    question.link(hash(token), clock.instant(), next(question));
                    checkIns.save(question);
                    return token;
                });
    }

    private @Nullable Instant next(CheckIn question) {
        return checkIns.ofPlan(question.plan().value()).stream()
                .filter(other -> other.status() == CheckInStatus.PLANNED)
                .map(CheckIn::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    static String hash(String token) {
        return CareJson.sha256(token);
    }
}
