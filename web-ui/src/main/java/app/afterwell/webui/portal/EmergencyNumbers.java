package app.afterwell.webui.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a client dials in an emergency, by the country of the clinic's location; read from {@code
 * emergency-numbers.csv}. A country that is not listed gets 112.
 */
@Component
class EmergencyNumbers {

    private static final Numbers EVERYWHERE = new Numbers("112", Optional.empty());

    private final Map<String, Numbers> byCountry;

    EmergencyNumbers() {
        this(new ClassPathResource("emergency-numbers.csv", EmergencyNumbers.class));
    }

    private EmergencyNumbers(ClassPathResource file) {
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            byCountry = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .collect(Collectors.toUnmodifiableMap(
                            fields -> fields[0],
                            fields -> new Numbers(
                                    fields[1].isBlank() ? EVERYWHERE.emergency() : fields[1],
                                    Optional.of(fields[2]).filter(advice -> !advice.isBlank()))));
        } catch (IOException e) {
            throw new UncheckedIOException("the emergency numbers cannot be read", e);
        }
    }

    /** @param country ISO 3166-1 alpha-2, in any case */
    Numbers of(String country) {
        return byCountry.getOrDefault(country.toUpperCase(Locale.ROOT), EVERYWHERE);
    }

    Map<String, Numbers> all() {
        return byCountry;
    }

    /**
     * @param emergency brings an ambulance
     * @param advice a medical advice line that serves the whole country, where there is one
     */
    record Numbers(String emergency, Optional<String> advice) {}
}
