package app.afterwell.aftercare.protocol;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML text as a tree that still knows on which line everything stands. */
final class YamlTree {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ProtocolProblem> problems = new ArrayList<>();
    private final JsonNode root;

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
        lines.put(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, pointer);
            case SequenceNode sequence -> {
                ArrayNode array = JSON.arrayNode();
                int i = 0;
                for (Node child : sequence.getValue()) {
                    array.add(convert(child, pointer + "/" + i++));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("unexpected YAML node " + node.getNodeId());
        };
    }

    private JsonNode mapping(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
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
