package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The engine against an independent reading of the same protocol; the benchmark compares all 10,000 notes. */
class DroolsProtocolTests {

    @Test
    void aRulesEngineDecidesTheSame() {
        var drools = new DroolsProtocol(ClinicProtocol.WRITTEN);

        assertThat(drools.rules()).isGreaterThan(150);
        for (var note : Generated.notes(2000)) {
            assertThat(drools.plan(note.session(), note.safety(), note.history()))
                    .as("%s", note)
                    .isEqualTo(ClinicProtocol.APPROVED.plan(note.session(), note.safety(), note.history()));
        }
    }
}
