package app.afterwell.webui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmergencyNumbersTests {

    private final EmergencyNumbers numbers = new EmergencyNumbers();

    @Test
    void eachCountryHasItsOwnNumber() {
        assertThat(numbers.of("GB").emergency()).isEqualTo("999");
        assertThat(numbers.of("GB").advice()).contains("111");
        assertThat(numbers.of("us").emergency()).isEqualTo("911");
        assertThat(numbers.of("US").advice()).isEmpty();
        assertThat(numbers.of("DE").emergency()).isEqualTo("112");
        assertThat(numbers.of("DE").advice()).contains("116117");
        assertThat(numbers.of("AU").emergency()).isEqualTo("000");
    }

    @Test
    void anUnknownCountryGetsTheNumberThatMostPhonesKnow() {
        assertThat(numbers.of("XX").emergency()).isEqualTo("112");
        assertThat(numbers.of("").emergency()).isEqualTo("112");
        assertThat(numbers.of("XX").advice()).isEmpty();
    }

    @Test
    void everyRowIsACountryAndEveryNumberCanBeDialled() {
        var known = Set.of(Locale.getISOCountries());
        assertThat(numbers.all()).isNotEmpty();
        numbers.all().forEach((country, row) -> {
            assertThat(known).as("ISO country").contains(country);
            assertThat(row.emergency()).as(country).matches("\\d{3,4}");
            row.advice().ifPresent(advice -> assertThat(advice).as(country).matches("\\d{3,12}"));
        });
    }

    /**
     * A second source: libphonenumber's own list of emergency numbers by country. It does not have Sri Lanka's national
     * ambulance, 1990.
     */
    @Test
    void anIndependentListAgrees() {
        var independent = ShortNumberInfo.getInstance();
        numbers.all().forEach((country, row) -> {
            if (!country.equals("LK")) {
                assertThat(independent.isEmergencyNumber(row.emergency(), country))
                        .as("%s in %s", row.emergency(), country)
                        .isTrue();
            }
        });
    }

    @Test
    void everyMemberOfTheEuropeanUnionIsListedOrAnswers112() {
        var members = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");
        assertThat(Arrays.stream(members).map(member -> numbers.of(member).emergency()))
                .allMatch(number -> number.equals("112") || number.equals("113"));
    }
}
