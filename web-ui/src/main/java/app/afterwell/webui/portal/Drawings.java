package app.afterwell.webui.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** The line drawings of the plan's items. They only help to see what the words say, so they are hidden from readers. */
final class Drawings {

    /** Beginnings of item codes and what shows them; the first that fits counts. */
    private static final List<Map.Entry<String, String>> BY_ITEM = List.of(
            Map.entry("rest-and-sleep", "sleep"),
            Map.entry("hydrate", "water"),
            Map.entry("gentle-movement", "walk"),
            Map.entry("ask-your-therapist", "phone"),
            Map.entry("moist-heat", "warm-pad"),
            Map.entry("foam-roll-hamstrings", "foam-roll-hamstrings"),
            Map.entry("foam-roll-quads", "foam-roll-quads"),
            Map.entry("foam-roll-calves", "foam-roll-calves"),
            Map.entry("stretch-hamstrings", "stretch-hamstrings"),
            Map.entry("stretch-calves", "stretch-hip"),
            Map.entry("stretch-hip-flexors", "stretch-hip"),
            Map.entry("epsom-bath", "bath"));

    private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

    private Drawings() {}

    /** The drawing of an item; empty if it has none. */
    static Optional<Markup> of(String item) {
        return BY_ITEM.stream()
                .filter(entry -> item.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> Markup.block(LOADED.computeIfAbsent(entry.getValue(), Drawings::load)));
    }

    private static String load(String name) {
        try {
            return new ClassPathResource("drawings/" + name + ".svg", Drawings.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceFirst("<svg ", "<svg class='pt-fig' aria-hidden='true' ");
        } catch (IOException e) {
            throw new UncheckedIOException("the drawing " + name + " cannot be read", e);
        }
    }
}
