package app.afterwell.aftercare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // appointment, wrote, glass until, ground, reads, writes
                "false, false, -, NONE, false, false",
                "true, false, -, TREATS, true, true",
                "true, true, 2026-11-22T13:00:00Z, TREATS, true, true",
                "false, true, -, COVERED, true, true",
                "false, true, 2026-11-22T13:00:00Z, COVERED, true, true",
                "false, false, 2026-11-22T12:00:01Z, BROKE_GLASS, true, false",
                "false, false, 2026-11-22T12:00:00Z, NONE, false, false",
                "false, false, 2026-11-21T13:00:00Z, NONE, false, false",
            })
    void on_what_ground_a_therapist_sees_a_record(
            boolean appointment,
            boolean wrote,
            @Nullable Instant glassUntil,
            Ground expected,
            boolean reads,
            boolean writes) {
        var ground = Ground.of(new Ties(appointment, wrote, glassUntil, null), NOON);

        assertThat(ground).isEqualTo(expected);
        assertThat(ground.reads()).isEqualTo(reads);
        assertThat(ground.writes()).isEqualTo(writes);
    }
}
