package app.afterwell.webui.components;

import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The first letters of a name in a circle, as decoration beside the name itself. */
public final class Initials {

    private static final int MOST = 2;

    private Initials() {}

    public static Span of(String name) {
        var initials = new Span(letters(name));
        initials.addClassNames("initials", "private");
        initials.getElement().setAttribute("aria-hidden", "true");
        return initials;
    }

    /** The letters alone, such as AO. */
    public static String letters(String name) {
        var words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var letters = words.size() <= MOST ? words.stream() : Arrays.asList(words.getFirst(), words.getLast()).stream();
        return letters.map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
