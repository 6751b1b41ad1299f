package app.afterwell.webui.components;

import app.afterwell.aftercare.plan.Adherence;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says honestly how much was done: what was done, in part, not, and of what nobody knows. */
public final class AdherenceWords {

    private AdherenceWords() {}

    public static String of(Component part, Adherence item) {
        return of(part, List.of(item));
    }

    /** All of them together. */
    public static String of(Component part, Collection<Adherence> items) {
        var words = new ArrayList<String>();
        words.add(part.getTranslation(
                "adherence.done",
                items.stream().mapToInt(Adherence::done).sum(),
                items.stream().mapToInt(Adherence::due).sum()));
        more(part, words, "partly", items.stream().mapToInt(Adherence::partly).sum());
        more(part, words, "not", items.stream().mapToInt(Adherence::not).sum());
        more(part, words, "unknown", items.stream().mapToInt(Adherence::unknown).sum());
        return String.join(", ", words);
    }

    private static void more(Component part, List<String> words, String what, int days) {
        if (days > 0) {
            words.add(part.getTranslation("adherence." + what, days));
        }
    }
}
