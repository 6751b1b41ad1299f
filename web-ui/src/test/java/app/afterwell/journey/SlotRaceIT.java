package app.afterwell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two hundred requests for one slot at once, through the port: exactly one gets it. */
@LiveClinic
class SlotRaceIT {

    private static final int CALLERS = 200;

    @LocalServerPort
    private int port;

    @RepeatedTest(5)
    void oneOfTwoHundredGetsTheSlot() throws Exception {
        try (var api = new ApiClinic("http://127.0.0.1:" + port);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var wanted = api.free("Ruth Callaghan", "2027-02-01", "2027-02-05");
            Callable<Integer> book = () -> api.book(wanted);
            var outcomes = callers
                    .invokeAll(Stream.generate(() -> book).limit(CALLERS).toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(outcomes).containsOnly(Map.entry(201, 1L), Map.entry(409, CALLERS - 1L));
        }
    }
}
