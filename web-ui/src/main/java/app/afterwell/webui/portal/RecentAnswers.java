package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.Answered;
import app.afterwell.aftercare.checkin.CheckInView;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets a page that was answered by a link be loaded again and show the same: a link that is spent opens nothing, and
 * somebody who was told to call for help must not lose that page. A comfort of this instance, for a short while.
 */
@Component
class RecentAnswers {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST = 2000;

    private final Cache<String, Given> answers =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    void keep(String token, Given given) {
        answers.put(hash(token), given);
    }

    Optional<Given> find(String token) {
        return Optional.ofNullable(answers.getIfPresent(hash(token)));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was asked, said and answered. */
    record Given(CheckInView asked, CheckInForm form, Answered answered) {}
}
