package app.afterwell.aftercare.protocol;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a protocol that is changed in one place while the rest of it, comments and line breaks included, stays as it
 * was typed. Places are named by JSON pointers. Each change gives the whole new text.
 */
public final class ProtocolSource {

    /** In which order the parts of an item, and of its rows, are written. */
    private static final List<String> ORDER = List.of(
            "item",
            "kind",
            "switched-on",
            "part-of",
            "rule",
            "effect",
            "prompt",
            "when",
            "title",
            "regions",
            "whole-body-safety",
            "minutes",
            "group",
            "days",
            "dose",
            "add",
            "steps",
            "background",
            "sources",
            "evidence",
            "offer",
            "suits",
            "safety",
            "no-safety-rows");

    private static final String FILE = "protocol.yaml";

    private final String text;
    private final YamlTree tree;
    private final Node root;
    private final boolean surrogates;

    /**
     * A row of a list.
     *
     * @param from where it stood in the list, counted from 0; -1 for a new one
     * @param value what it says now; null if it stays as it is written
     */
    public record Row(int from, @Nullable JsonNode value) {}

    private ProtocolSource(String text) {
        this.text = text;
        tree = YamlTree.parse(FILE, text);
        var options = new LoaderOptions();
        options.setCodePointLimit(YamlTree.MOST_CHARACTERS);
        options.setMaxAliasesForCollections(100);
        root = new Yaml(options).compose(new StringReader(text));
        surrogates = text.codePointCount(0, text.length()) != text.length();
    }

    /** @throws ProtocolFormatException if it is no YAML */
    public static ProtocolSource of(String yaml) {
        return new ProtocolSource(yaml);
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** What stands at a place; a missing node if nothing does. */
    public JsonNode at(String pointer) {
        return tree.root().at(pointer);
    }

    /** Where an item stands, by its code. */
    public Optional<String> item(String code) {
        JsonNode items = at("/items");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).path("item").asString("").equals(code)) {
                return Optional.of("/items/" + i);
            }
        }
        return Optional.empty();
    }

    /** How many items use a set of shared rows. */
    public int uses(String set) {
        int uses = 0;
        for (JsonNode item : at("/items")) {
            for (JsonNode row : item.path("safety")) {
                if (row.path("use").asString("").equals(set)) {
                    uses++;
                    break;
                }
            }
        }
        return uses;
    }

    /** The line on which a place begins, or on which the nearest one around it does; counted from 1. */
    public int firstLine(String pointer) {
        return tree.line(pointer);
    }

    /** The line on which a place ends; that on which it begins if there is no such place. */
    public int lastLine(String pointer) {
        Node node = find(pointer);
        return node == null ? firstLine(pointer) : lineOf(end(node));
    }

    // ------------------------------------------------------------------ changes

    /** The text with another value at a place; a part that was not there is put where it is usually written. */
    public String set(String pointer, JsonNode value) {
        if (at(pointer).equals(value)) {
            return text;
        }
        return verified(put(pointer, value), with(pointer, value));
    }

    /** The text without a part. */
    public String remove(String pointer) {
        if (at(pointer).isMissingNode()) {
            return text;
        }
        return verified(drop(pointer), with(pointer, null));
    }

    /** The text with these rows in a list; rows that stay are not rewritten. A list without rows goes altogether. */
    public String rows(String pointer, List<Row> rows) {
        if (rows.isEmpty()) {
            return remove(pointer);
        }
        JsonNode before = at(pointer);
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        for (Row row : rows) {
            JsonNode value = row.value();
            after.add(value != null ? value : before.path(row.from()));
        }
        if (before.equals(after)) {
            return text;
        }
        var slices = slices(pointer);
        return verified(slices == null ? put(pointer, after) : joined(slices, rows), with(pointer, after));
    }

    /** What was asked for is what the new text says, and nothing else in it is different. */
    private static String verified(String after, JsonNode wanted) {
        JsonNode said;
        try {
            said = YamlTree.parse(FILE, after).root();
        } catch (ProtocolFormatException e) {
            throw new UnwritableException(e);
        }
        if (!said.equals(wanted)) {
            throw new UnwritableException(null);
        }
        return after;
    }

    /** This part of the text is written in a way that only a person can change, such as with names for parts of it. */
    public static final class UnwritableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnwritableException(@Nullable Throwable cause) {
            super("This part of the protocol can be changed in its text only.", cause);
        }
    }

    /** The tree as it shall be. */
    private JsonNode with(String pointer, @Nullable JsonNode value) {
        JsonNode copy = tree.root().deepCopy();
        JsonNode parent = copy.at(parent(pointer));
        String key = key(pointer);
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(key);
            } else {
                object.set(key, value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value == null) {
                array.remove(Integer.parseInt(key));
            } else {
                array.set(Integer.parseInt(key), value);
            }
        } else {
            throw new IllegalArgumentException("nothing is at " + parent(pointer));
        }
        return copy;
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String key(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    // ------------------------------------------------------------------ in the text

    private String put(String pointer, JsonNode value) {
        Node old = find(pointer);
        if (old == null) {
            return insert(pointer, value);
        }
        int from = index(old.getStartMark().getIndex());
        int to = end(old);
        int column = old.getStartMark().getColumn();
        boolean inFlow = isInFlow(pointer);
        String inline = YamlText.inline(value, inFlow);
        boolean fits = value.isValueNode() || column + inline.length() <= YamlText.WIDTH;
        if (inFlow || (fits && isOnOneLine(old) && !isBlockScalar(old) && YamlText.isInline(value))) {
            return text.substring(0, from) + inline + text.substring(to);
        }
        Node parent = find(parent(pointer));
        if (parent instanceof MappingNode mapping) {
            NodeTuple tuple = tuple(mapping, key(pointer));
            if (tuple != null) {
                int keyEnd = index(tuple.getKeyNode().getEndMark().getIndex());
                int indent = tuple.getKeyNode().getStartMark().getColumn();
                return text.substring(0, keyEnd) + ":"
                        + YamlText.afterKey(value, indent, key(pointer).length()) + text.substring(to);
            }
        }
        return text.substring(0, from) + YamlText.afterDash(value, column) + text.substring(to);
    }

    /** A part that is not there yet. */
    private String insert(String pointer, JsonNode value) {
        String around = parent(pointer);
        if (!(find(around) instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
            throw new IllegalArgumentException("nothing is at " + around);
        }
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            ObjectNode whole = (ObjectNode) at(around).deepCopy();
            whole.set(key(pointer), value);
            return put(around, whole);
        }
        int rank = ORDER.indexOf(key(pointer));
        NodeTuple before = mapping.getValue().getFirst();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && ORDER.indexOf(name.getValue()) < rank) {
                before = tuple;
            }
        }
        int indent = mapping.getValue().getFirst().getKeyNode().getStartMark().getColumn();
        int at = lineEnd(end(before.getValueNode()));
        String line = " ".repeat(indent) + key(pointer) + ":"
                + YamlText.afterKey(value, indent, key(pointer).length());
        boolean ended = at > 0 && text.charAt(at - 1) == '\n';
        return text.substring(0, at) + (ended ? line + "\n" : "\n" + line) + text.substring(at);
    }

    private String drop(String pointer) {
        String around = parent(pointer);
        Node parent = find(around);
        Node old = find(pointer);
        if (old == null) {
            return text;
        }
        if (parent instanceof MappingNode mapping && mapping.getFlowStyle() != FlowStyle.FLOW) {
            NodeTuple tuple = tuple(mapping, key(pointer));
            int first =
                    tuple == null ? 0 : index(tuple.getKeyNode().getStartMark().getIndex());
            int from = lineStart(first);
            if (text.substring(from, first).isBlank()) {
                return text.substring(0, from) + text.substring(lineEnd(end(old)));
            }
        }
        JsonNode whole = at(around).deepCopy();
        if (whole instanceof ObjectNode object) {
            object.remove(key(pointer));
        } else if (whole instanceof ArrayNode array) {
            array.remove(Integer.parseInt(key(pointer)));
        }
        return put(around, whole);
    }

    /** The lines of each row, comments above it included; null if the list is not written row by row. */
    private @Nullable List<int[]> slices(String pointer) {
        if (!(find(pointer) instanceof SequenceNode sequence)
                || sequence.getFlowStyle() == FlowStyle.FLOW
                || sequence.getValue().isEmpty()) {
            return null;
        }
        var slices = new ArrayList<int[]>();
        int dash = sequence.getStartMark().getColumn();
        int next = lineStart(index(sequence.getStartMark().getIndex()));
        for (Node row : sequence.getValue()) {
            int start = index(row.getStartMark().getIndex());
            int line = lineStart(start);
            int to = lineEnd(end(row));
            String before = text.substring(line, start);
            if (line < next
                    || before.length() <= dash
                    || before.charAt(dash) != '-'
                    || !before.replaceFirst("-", "").isBlank()) {
                return null;
            }
            slices.add(new int[] {next, line, to, dash});
            next = to;
        }
        return slices;
    }

    private String joined(List<int[]> slices, List<Row> rows) {
        var said = new StringBuilder(text.substring(0, slices.getFirst()[0]));
        for (Row row : rows) {
            JsonNode value = row.value();
            int[] slice = row.from() < 0 ? null : slices.get(row.from());
            if (value == null && slice != null) {
                line(said, text.substring(slice[0], slice[2]));
                continue;
            }
            if (slice != null) {
                line(said, text.substring(slice[0], slice[1]));
            }
            if (value != null) {
                int dash = slices.getFirst()[3];
                line(said, " ".repeat(dash) + "- " + YamlText.afterDash(value, dash + 2) + "\n");
            }
        }
        String rest = text.substring(slices.getLast()[2]);
        return line(said, "").append(rest).toString();
    }

    /** The last line of a file may not have an end. */
    private static StringBuilder line(StringBuilder said, String lines) {
        if (!said.isEmpty() && said.charAt(said.length() - 1) != '\n') {
            said.append('\n');
        }
        return said.append(lines);
    }

    // ------------------------------------------------------------------ where things stand

    private @Nullable Node find(String pointer) {
        Node node = root;
        if (pointer.isEmpty()) {
            return node;
        }
        for (String key : pointer.substring(1).split("/", -1)) {
            switch (node) {
                case MappingNode mapping -> {
                    NodeTuple tuple = tuple(mapping, key);
                    if (tuple == null) {
                        return null;
                    }
                    node = tuple.getValueNode();
                }
                case SequenceNode sequence -> {
                    int at = key.matches("\\d{1,6}") ? Integer.parseInt(key) : -1;
                    if (at < 0 || at >= sequence.getValue().size()) {
                        return null;
                    }
                    node = sequence.getValue().get(at);
                }
                default -> {
                    return null;
                }
            }
        }
        return node;
    }

    private static @Nullable NodeTuple tuple(MappingNode mapping, String key) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                return tuple;
            }
        }
        return null;
    }

    private boolean isInFlow(String pointer) {
        for (String at = pointer; !at.isEmpty(); ) {
            at = parent(at);
            if (find(at) instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlockScalar(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.FOLDED || scalar.getScalarStyle() == ScalarStyle.LITERAL);
    }

    private static boolean isOnOneLine(Node node) {
        return node instanceof ScalarNode
                || (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW);
    }

    /** Where a node's own text ends: the parser's mark of a block lies behind the comments that follow it. */
    private int end(Node node) {
        if (isOnOneLine(node) && !isBlockScalar(node)) {
            return index(node.getEndMark().getIndex());
        }
        if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            return end(mapping.getValue().getLast().getValueNode());
        }
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return end(sequence.getValue().getLast());
        }
        int end = index(node.getEndMark().getIndex());
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int index(int codePoints) {
        return surrogates ? text.offsetByCodePoints(0, codePoints) : codePoints;
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Behind the line break of the line, or the end of the text. */
    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int lineOf(int at) {
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}
