package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.ProtocolDefinition;

/** Says a rule's code, such as {@code moist-heat.diabetes}, in words. */
final class RuleNames {

    private final ProtocolDefinition protocol;
    private final RuleWords words;

    RuleNames(ProtocolDefinition protocol) {
        this.protocol = protocol;
        words = new RuleWords(protocol);
    }

    String of(String code) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return known(code);
        }
        String item = code.substring(0, dot);
        String rule = code.substring(dot + 1);
        if (item.equals("limit")) {
            return known(code);
        }
        if (rule.startsWith("without-")) {
            return text("rule.without", words.title(item), words.title(rule.substring("without-".length())));
        }
        if (rule.equals("switched-off") || rule.equals("picked")) {
            return text("rule." + rule, words.title(item));
        }
        var found = protocol.items().stream()
                .filter(each -> each.code().equals(item))
                .findFirst();
        if (found.isEmpty()) {
            return code;
        }
        for (var row : found.get().safety()) {
            if (row.rule().equals(rule)) {
                return text("rule.of", found.get().title(), text("verb." + row.effect()), words.when(row.when()));
            }
        }
        for (var offer : found.get().offers()) {
            if (offer.rule().equals(rule)) {
                return text("rule.of", found.get().title(), text("verb.OFFER"), words.when(offer.when()));
            }
        }
        for (var exclusion : protocol.exclusions()) {
            if (exclusion.rule().equals(rule)) {
                return found.get().title() + ": "
                        + Sentence.of(
                                "admin.protocol.excluded",
                                exclusion.keep().stream()
                                        .sorted()
                                        .map(words::title)
                                        .toList());
            }
        }
        return code;
    }

    private static String known(String code) {
        String key = "rule." + code;
        String said = text(key);
        return said.contains(key) ? code : said;
    }
}
