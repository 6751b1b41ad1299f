package app.afterwell.webui.admin.protocol;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A rule in words, in which the words of the vocabularies can be told from those around them. */
final class Sentence {

    private static final String HERE = "\u0001";

    private final List<Part> parts = new ArrayList<>();

    private record Part(String text, boolean word) {}

    Sentence text(String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, false));
        }
        return this;
    }

    Sentence then(Sentence other) {
        parts.addAll(other.parts);
        return this;
    }

    /** @param key of a message with one gap, in which the words stand */
    static Sentence of(String key, Collection<String> words) {
        String[] around = I18NProvider.translate(key, HERE).split(HERE, -1);
        var sentence = new Sentence().text(around[0]);
        int left = words.size();
        boolean first = true;
        for (String word : words) {
            if (!first) {
                sentence.text(left == 1 ? " " + I18NProvider.translate("admin.protocol.or") + " " : ", ");
            }
            sentence.parts.add(new Part(word, true));
            first = false;
            left--;
        }
        return sentence.text(around.length > 1 ? around[1] : "");
    }

    static <T> Sentence joined(String key, List<T> all, Function<T, Sentence> say) {
        var sentence = new Sentence();
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                sentence.text(" " + I18NProvider.translate(key) + " ");
            }
            sentence.then(say.apply(all.get(i)));
        }
        return sentence;
    }

    /** The same for the page. */
    Span shown() {
        var line = new Span();
        line.addClassName("say-rule");
        var text = new StringBuilder();
        for (Part part : parts) {
            if (part.word()) {
                flush(line, text);
                var word = new Span(part.text());
                word.addClassName("word");
                line.add(word);
            } else {
                text.append(part.text());
            }
        }
        flush(line, text);
        return line;
    }

    private static void flush(Span line, StringBuilder text) {
        if (!text.isEmpty()) {
            line.add(new Span(text.toString()));
            text.setLength(0);
        }
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
