package app.afterwell.webui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for five minutes that a password matched a hash, because HTTP Basic asks at every call and the hash is slow
 * on purpose. It keeps a keyed digest of both, with a key that this process makes and never shows. The stored hash is
 * part of it, so a changed password is a new question at once, on every instance.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Cache<ByteBuffer, Boolean> matched = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    RememberingPasswordEncoder(PasswordEncoder slow) {
        this.slow = slow;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        var digest = digest(password, hash);
        if (matched.getIfPresent(digest) != null) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            matched.put(digest, true);
        }
        return matches;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return slow.upgradeEncoding(hash);
    }

    private ByteBuffer digest(CharSequence password, String hash) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
