package app.afterwell.aftercare.protocol;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;

/** Writes parts of a protocol as the shipped file does: codes in brackets, sentences without quotes where they can be. */
final class YamlText {

    /** Longer lines are broken, where that is possible. */
    static final int WIDTH = 116;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    /** Begins like a word and has nothing in it that YAML could take for something else. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}½][^\\p{Cntrl}\u2028\u2029\u0085\uFEFF]*");

    private static final Pattern MEANS_MORE = Pattern.compile(":(\\s|$)|\\s#|\\s$|:$");
    private static final Pattern MEANS_MORE_IN_FLOW = Pattern.compile("[,\\[\\]{}:]");

    private YamlText() {}

    /** Whether it may stand on one line: what holds sentences is written line by line. */
    static boolean isInline(JsonNode value) {
        if (value.isArray()) {
            for (JsonNode entry : value) {
                boolean fits = entry.isString() ? CODE.matcher(entry.asString()).matches() : isInline(entry);
                if (!fits) {
                    return false;
                }
            }
            return true;
        }
        if (value.isObject()) {
            for (JsonNode part : value) {
                boolean fits = part.isString() ? CODE.matcher(part.asString()).matches() : isInline(part);
                if (!fits) {
                    return false;
                }
            }
        }
        return true;
    }

    static String inline(JsonNode value, boolean inFlow) {
        if (value.isArray()) {
            var list = new StringJoiner(", ", "[", "]");
            value.forEach(entry -> list.add(inline(entry, true)));
            return list.toString();
        }
        if (value.isObject()) {
            var parts = new StringJoiner(", ", "{ ", " }");
            value.properties().forEach(part -> parts.add(part.getKey() + ": " + inline(part.getValue(), true)));
            return value.isEmpty() ? "{}" : parts.toString();
        }
        return value.isString() ? sentence(value.asString(), inFlow) : value.asString("null");
    }

    /** What stands behind {@code key:}, with the space or line break before it and without one behind it. */
    static String afterKey(JsonNode value, int indent, int keyLength) {
        if (value.isValueNode()) {
            return " " + inline(value, false);
        }
        if (isInline(value)) {
            String inline = inline(value, false);
            if (indent + keyLength + 2 + inline.length() <= WIDTH) {
                return " " + inline;
            }
            if (value.isArray() && isCodes(value)) {
                return " " + wrapped(value, indent + keyLength + 2);
            }
        }
        return "\n" + " ".repeat(indent + 2) + (value.isArray() ? list(value, indent + 2) : map(value, indent + 2));
    }

    /** What stands behind {@code - }. */
    static String afterDash(JsonNode value, int indent) {
        if (value.isObject()) {
            return map(value, indent);
        }
        return value.isArray() && !isInline(value) ? list(value, indent) : inline(value, false);
    }

    private static String map(JsonNode value, int indent) {
        var lines = new StringJoiner("\n" + " ".repeat(indent));
        value.properties()
                .forEach(part -> lines.add(part.getKey() + ":"
                        + afterKey(part.getValue(), indent, part.getKey().length())));
        return lines.toString();
    }

    private static String list(JsonNode value, int indent) {
        var lines = new StringJoiner("\n" + " ".repeat(indent));
        value.forEach(entry -> {
            String inline = isInline(entry) && !entry.isValueNode() ? inline(entry, false) : "";
            boolean fits = !inline.isEmpty() && indent + 2 + inline.length() <= WIDTH;
            lines.add("- " + (fits ? inline : afterDash(entry, indent + 2)));
        });
        return lines.toString();
    }

    private static boolean isCodes(JsonNode list) {
        for (JsonNode entry : list) {
            if (!entry.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    private static String wrapped(JsonNode codes, int column) {
        var text = new StringBuilder("[");
        int width = column + 1;
        boolean first = true;
        for (JsonNode code : codes) {
            String word = inline(code, true);
            if (!first) {
                text.append(',');
                width++;
                if (width + 1 + word.length() > WIDTH) {
                    text.append('\n').append(" ".repeat(column + 1));
                    width = column + 1;
                } else {
                    text.append(' ');
                    width++;
                }
            }
            text.append(word);
            width += word.length();
            first = false;
        }
        return text.append(']').toString();
    }

    private static String sentence(String text, boolean inFlow) {
        boolean plain = PLAIN.matcher(text).matches()
                && !MEANS_MORE.matcher(text).find()
                && !(inFlow && MEANS_MORE_IN_FLOW.matcher(text).find())
                && Tag.STR.equals(new Resolver().resolve(NodeId.scalar, text, true));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (letter < ' '
                            || letter == 0x7f
                            || letter == 0x85
                            || letter == 0x2028
                            || letter == 0x2029
                            || letter == 0xfeff
                            || (letter >= 0x80 && letter < 0xa0)) {
                        quoted.append("\\u%04x".formatted(letter));
                    } else {
                        quoted.appendCodePoint(letter);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
