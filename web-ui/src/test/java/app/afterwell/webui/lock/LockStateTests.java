package app.afterwell.webui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class LockStateTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void aRequestThatWasUnderWayDoesNotOpenWhatWasLockedMeanwhile() {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var use = CompletableFuture.supplyAsync(
                    () -> LockState.change(session, NOW, state -> {
                        reading.countDown();
                        await(goOn);
                        return state.use(NOW.plusSeconds(9));
                    }),
                    threads);
            await(reading);
            var lock = CompletableFuture.supplyAsync(() -> LockState.change(session, NOW, LockState::lock), threads);
            goOn.countDown();
            use.join();
            lock.join();
        }

        assertThat(LockState.of(session, NOW).locked()).isTrue();
    }

    @Test
    void useDoesNotOpen() {
        LockState.change(session, NOW, LockState::lock);

        var after = LockState.change(session, NOW.plusSeconds(9), state -> state.use(NOW.plusSeconds(9)));

        assertThat(after).isEqualTo(new LockState(true, NOW));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
