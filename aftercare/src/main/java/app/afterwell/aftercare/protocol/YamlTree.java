package app.afterwell.aftercare.protocol;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML text as a tree that still knows on which line everything stands. */
final class YamlTree {

    static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_NODES = 200_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ProtocolProblem> problems = new ArrayList<>();
    private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private final JsonNode root;
    private int nodes;

    private YamlTree(Node node) {
        root = convert(node, "");
    }

    /** @throws ProtocolFormatException if it is no YAML, or a key stands twice */
    static YamlTree parse(String file, String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(100);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                throw new ProtocolFormatException(file, List.of(new ProtocolProblem(1, "/", "the file is empty")));
            }
            var tree = new YamlTree(node);
            if (!tree.problems.isEmpty()) {
                throw new ProtocolFormatException(file, tree.problems);
            }
            return tree;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            String reason = e.getProblem() == null ? "this is no YAML" : e.getProblem();
            throw new ProtocolFormatException(file, List.of(new ProtocolProblem(line, "/", reason)));
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.substring(0, Math.clamp(e.getPosition(), 0, text.length()))
                            .chars()
                            .filter(character -> character == '\n')
                            .count();
            throw new ProtocolFormatException(
                    file, List.of(new ProtocolProblem(line, "/", "a character that YAML does not allow")));
        } catch (YAMLException e) {
            String reason = e.getMessage() == null ? "this is no YAML" : e.getMessage();
            throw new ProtocolFormatException(file, List.of(new ProtocolProblem(0, "/", reason)));
        }
    }

    JsonNode root() {
        return root;
    }

    /** The line of the node at a JSON pointer, or of the nearest one around it. */
    int line(String pointer) {
        String at = pointer;
        while (true) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return 1;
            }
            at = at.substring(0, slash);
        }
    }

    private JsonNode convert(Node node, String pointer) {
        int line = node.getStartMark().getLine() + 1;
        lines.put(pointer, line);
        // Names for parts of a text (&a, *a) can nest without end, or grow without bounds.
        if (++nodes > MOST_NODES) {
            if (nodes == MOST_NODES + 1) {
                problems.add(new ProtocolProblem(line, pointer, "the file is too large"));
            }
            return JSON.nullNode();
        }
        if (!above.add(node)) {
            problems.add(new ProtocolProblem(line, pointer, "this contains itself"));
            return JSON.nullNode();
        }
        try {
            return switch (node) {
                case MappingNode mapping -> mapping(mapping, pointer);
                case SequenceNode sequence -> sequence(sequence, pointer);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new IllegalStateException("unexpected YAML node " + node.getNodeId());
            };
        } finally {
            above.remove(node);
        }
    }

    private ArrayNode sequence(SequenceNode sequence, String pointer) {
        ArrayNode array = JSON.arrayNode();
        int i = 0;
        for (Node child : sequence.getValue()) {
            if (nodes > MOST_NODES) {
                break;
            }
            array.add(convert(child, pointer + "/" + i++));
        }
        return array;
    }

    private JsonNode mapping(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (nodes > MOST_NODES) {
                break;
            }
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String child = pointer + "/" + key;
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (object.has(key)) {
                problems.add(new ProtocolProblem(line, child, "\"" + key + "\" stands twice"));
            }
            object.set(key, convert(tuple.getValueNode(), child));
            lines.put(child, line);
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (Tag.INT.equals(tag)) {
            try {
                return JSON.numberNode(Integer.parseInt(value));
            } catch (NumberFormatException e) {
                return JSON.stringNode(value);
            }
        }
        if (Tag.BOOL.equals(tag)) {
            return JSON.booleanNode(
                    "true".equalsIgnoreCase(value) || "yes".equalsIgnoreCase(value) || "on".equalsIgnoreCase(value));
        }
        return Tag.NULL.equals(tag) ? JSON.nullNode() : JSON.stringNode(value);
    }
}
