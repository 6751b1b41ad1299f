package app.afterwell.webui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTests {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | Tuesday, December 1",
                "en-GB | Tuesday, 1 December",
                "de-DE | Dienstag, 1. Dezember",
                "fr-FR | mardi 1 décembre",
                "es-ES | martes, 1 de diciembre"
            })
    void aDayIsNamedInTheReadersLanguageWithoutTheYear(String language, String said) {
        assertThat(new When(Locale.forLanguageTag(language), ZoneId.of("UTC")).day(DAY))
                .isEqualTo(said);
    }

    @Test
    void timesAreThoseOfTheClinicsPlace() {
        var at = Instant.parse("2026-12-01T10:30:00Z");
        assertThat(new When(Locale.UK, ZoneId.of("Europe/London")).time(at)).isEqualTo("10:30");
        assertThat(new When(Locale.UK, ZoneId.of("America/New_York")).time(at)).isEqualTo("05:30");
        assertThat(new When(Locale.US, ZoneId.of("America/New_York")).time(at)).isEqualTo("5:30\u00a0AM");
    }
}
