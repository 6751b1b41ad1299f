package app.afterwell.aftercare.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where in the file an item, a rule or a text stands, by the names that the linter uses. */
final class ProtocolLines {

    private final @Nullable YamlTree tree;

    /** The JSON pointers of what has a name: items, rules, rows of triage. Shared rows are where they are written. */
    private final Map<String, List<String>> places = new HashMap<>();

    private ProtocolLines(@Nullable YamlTree tree) {
        this.tree = tree;
    }

    /** Knows no line. */
    static ProtocolLines unknown() {
        return new ProtocolLines(null);
    }

    static ProtocolLines of(YamlTree tree) {
        var lines = new ProtocolLines(tree);
        lines.index(tree.root());
        return lines;
    }

    /** Counted from 1; 0 if it is about the file as a whole. */
    int of(String where) {
        if (tree == null) {
            return 0;
        }
        List<String> pointers = places.get(where);
        if (pointers != null) {
            return tree.line(pointers.getFirst());
        }
        int dot = where.lastIndexOf('.');
        return dot < 0 ? 0 : of(where.substring(0, dot));
    }

    /** The line on which this text begins; that of {@code where} if it cannot be found there. */
    int ofText(String where, String text) {
        if (tree != null) {
            for (String pointer : places.getOrDefault(where, List.of())) {
                Integer line = find(tree.root().at(pointer), pointer, text, tree);
                if (line != null) {
                    return line;
                }
            }
        }
        return of(where);
    }

    private static @Nullable Integer find(JsonNode node, String pointer, String text, YamlTree tree) {
        if (node.isString()) {
            return node.asString().strip().equals(text) ? (Integer) tree.line(pointer) : null;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Integer line = find(node.get(i), pointer + "/" + i, text, tree);
                if (line != null) {
                    return line;
                }
            }
        }
        for (var entry : node.properties()) {
            Integer line = find(entry.getValue(), pointer + "/" + entry.getKey(), text, tree);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    private void put(String where, String pointer) {
        places.computeIfAbsent(where, key -> new ArrayList<>()).add(pointer);
    }

    private void index(JsonNode root) {
        root.properties().forEach(part -> put(part.getKey(), "/" + part.getKey()));
        named(root.path("items"), "/items", "item", (item, pointer, code) -> {
            put(code, pointer);
            rules(item.path("offer"), pointer + "/offer", code);
            for (int i = 0; i < item.path("safety").size(); i++) {
                JsonNode row = item.path("safety").get(i);
                if (row.has("use")) {
                    String set = row.get("use").asString();
                    rules(root.path("safety-sets").path(set), "/safety-sets/" + set, code);
                } else {
                    put(code + "." + row.path("rule").asString(), pointer + "/safety/" + i);
                }
            }
        });
        named(root.path("prompts"), "/prompts", "prompt", (prompt, pointer, code) -> {
            put("prompt." + code, pointer);
            rules(prompt.path("rows"), pointer + "/rows", "prompt." + code);
        });
        rules(root.path("before-session"), "/before-session", "before-session");
        rules(root.path("exclusions"), "/exclusions", "exclusions");
        rules(root.path("triage").path("rows"), "/triage/rows", "triage");
        root.path("triage")
                .path("outcomes")
                .properties()
                .forEach(outcome -> put("triage." + outcome.getKey(), "/triage/outcomes/" + outcome.getKey()));
        root.path("unused").properties().forEach(list -> put("unused." + list.getKey(), "/unused/" + list.getKey()));
    }

    private interface Named {
        void at(JsonNode node, String pointer, String name);
    }

    private static void named(JsonNode list, String pointer, String key, Named then) {
        for (int i = 0; i < list.size(); i++) {
            then.at(list.get(i), pointer + "/" + i, list.get(i).path(key).asString());
        }
    }

    private void rules(JsonNode list, String pointer, String of) {
        named(list, pointer, "rule", (row, at, rule) -> put(of + "." + rule, at));
    }
}
