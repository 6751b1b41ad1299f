package app.afterwell.webui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords. Failures are counted for an account from one network address and for the
 * address over all accounts; past a limit each further failure doubles the wait. It counts the same whether the account
 * exists or not. Counts live in this process and are forgotten half an hour after the last failure.
 */
@Component
class SignInAttempts {

    static final int FREE_FOR_ACCOUNT = 5;
    static final int FREE_FOR_ADDRESS = 40;
    static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Clock clock;
    private final Cache<String, Failures> failures;
    private final Lock[] gates = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    SignInAttempts(Clock clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(Duration.ofMinutes(30))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * The lock under which attempts on this account from this address take turns. Without it, a hundred at once would
     * all be let through before the first had failed.
     */
    Lock gate(String email, String address) {
        return gates[Math.floorMod(accountKey(email, address).hashCode(), gates.length)];
    }

    /** How long the next attempt has to wait; zero if it need not. */
    Duration wait(String email, String address) {
        var byAccount = left(accountKey(email, address));
        var byAddress = left(addressKey(address));
        return byAccount.compareTo(byAddress) >= 0 ? byAccount : byAddress;
    }

    void failed(String email, String address) {
        count(accountKey(email, address), FREE_FOR_ACCOUNT);
        count(addressKey(address), FREE_FOR_ADDRESS);
    }

    /** Forgets this account's failures from here. The address keeps its own, or a known password would wash it clean. */
    void succeeded(String email, String address) {
        failures.invalidate(accountKey(email, address));
    }

    private void count(String key, int free) {
        failures.asMap().merge(key, Failures.first(), (before, first) -> before.another(free, clock.instant()));
    }

    private Duration left(String key) {
        var counted = failures.getIfPresent(key);
        if (counted == null) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), counted.notBefore());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String accountKey(String email, String address) {
        return email.strip().toLowerCase(Locale.ROOT) + " " + network(address);
    }

    private static String addressKey(String address) {
        return network(address);
    }

    /** An IPv6 customer owns at least a /64, so the lower half of such an address tells nobody apart. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8)
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private record Failures(int count, Instant notBefore) {

        static Failures first() {
            return new Failures(1, Instant.EPOCH);
        }

        Failures another(int free, Instant now) {
            int total = count + 1;
            if (total < free) {
                return new Failures(total, Instant.EPOCH);
            }
            var wait = FIRST_WAIT.multipliedBy(1L << Math.min(total - free, 10));
            return new Failures(total, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
        }
    }
}
