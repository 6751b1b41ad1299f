package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exact bytes that a hash in the record covers. Each field is its name, the length of its text in bytes, and the
 * text, so that no two records read the same; what is not there has no length. JSON has its keys in order, no space and
 * plain numbers, so that it can be made again from what the database gives back. Described in docs/record.md.
 */
final class Canonical {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final StringBuilder text = new StringBuilder(4096);

    Canonical put(String name, @Nullable Object value) {
        if (value == null) {
            text.append(name).append(" -\n");
        } else {
            var said = value.toString();
            text.append(name)
                    .append(' ')
                    .append(said.getBytes(StandardCharsets.UTF_8).length)
                    .append('\n')
                    .append(said)
                    .append('\n');
        }
        return this;
    }

    /** A time in microseconds since 1970, which is as exact as the database keeps it. */
    Canonical time(String name, Instant at) {
        return put(name, ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    Canonical json(String name, @Nullable String json) {
        return put(name, json == null ? null : canonical(json));
    }

    /** SHA-256 in hexadecimal. */
    String hash() {
        return CareJson.sha256(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String canonical(String json) {
        var written = new StringBuilder(json.length());
        write(MAPPER.readTree(json), written);
        return written.toString();
    }

    private static void write(JsonNode node, StringBuilder written) {
        if (node.isObject()) {
            written.append('{');
            var names = node.properties().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .toList();
            for (int at = 0; at < names.size(); at++) {
                written.append(at == 0 ? "" : ",")
                        .append(MAPPER.writeValueAsString(names.get(at).getKey()))
                        .append(':');
                write(names.get(at).getValue(), written);
            }
            written.append('}');
        } else if (node.isArray()) {
            written.append('[');
            for (int at = 0; at < node.size(); at++) {
                written.append(at == 0 ? "" : ",");
                write(node.get(at), written);
            }
            written.append(']');
        } else if (node.isNumber()) {
            written.append(plain(node.decimalValue()));
        } else {
            written.append(MAPPER.writeValueAsString(node));
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
