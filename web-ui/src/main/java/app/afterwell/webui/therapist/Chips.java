package app.afterwell.webui.therapist;

import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Codes of a vocabulary to tap on and off; the usual ones at once, the others one tap further. */
class Chips<E extends Enum<E>> extends Div {

    private final String part;
    private final Set<E> chosen;
    private final transient Runnable onChange;

    /** @param part the name of each code's part of the note, before the code */
    Chips(String label, String part, Collection<E> all, List<E> usual, Set<E> chosen, Runnable onChange) {
        this.part = part;
        this.chosen = chosen;
        this.onChange = onChange;
        addClassName("chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        usual.forEach(code -> add(chip(code)));
        var others = all.stream().filter(code -> !usual.contains(code)).toList();
        others.stream().filter(chosen::contains).forEach(code -> add(chip(code)));
        var rest = others.stream().filter(code -> !chosen.contains(code)).toList();
        if (!rest.isEmpty()) {
            add(more(rest));
        }
    }

    private NativeButton more(List<E> rest) {
        var more = new NativeButton();
        more.add(Glyph.PLUS.small(), new Span(getTranslation("session.more")));
        more.addClassName("chip");
        more.getElement().setAttribute("type", "button");
        more.getElement().setAttribute("aria-expanded", "false");
        more.addClickListener(event -> {
            remove(more);
            var chips = rest.stream().map(this::chip).toList();
            chips.forEach(this::add);
            chips.getFirst().focus();
        });
        return more;
    }

    private NativeButton chip(E code) {
        var chip = new NativeButton();
        chip.addClassName("chip");
        chip.getElement().setAttribute("type", "button");
        NoteKeeper.keeps(chip, part + code);
        show(chip, code);
        chip.addClickListener(event -> {
            if (!chosen.remove(code)) {
                chosen.add(code);
            }
            show(chip, code);
            onChange.run();
        });
        return chip;
    }

    private void show(NativeButton chip, E code) {
        boolean on = chosen.contains(code);
        chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
        chip.removeAll();
        if (on) {
            chip.add(Glyph.CHECK.small());
        }
        chip.add(new Span(Vocabulary.of(code)));
    }
}
