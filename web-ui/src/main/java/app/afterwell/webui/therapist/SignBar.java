package app.afterwell.webui.therapist;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the note is saved, all that is missing before it can be signed with a way to each, and the one button that does
 * the next thing.
 */
class SignBar extends Section {

    /**
     * Something that is not there yet.
     *
     * @param what is missing, in a few words
     * @param label what the one button says when this comes next
     * @param way to it, or what does it
     */
    record Gap(String what, String label, Runnable way) {}

    private final transient DayWords words;
    private final Div saved = new Div();
    private final Div state = new Div();
    private final Button primary = new Button();
    private final Button all = new Button();
    private final Popover list = new Popover();
    private transient Runnable action = () -> {};

    SignBar(DayWords words, NoteKeeper keeper, Runnable onPreview) {
        this.words = words;
        addClassName("signbar");
        setAriaLabel(getTranslation("session.sign.bar"));
        saved.addClassName("saved");
        saved.getElement().setAttribute("role", "status");
        state.addClassName("state");
        state.getElement().setAttribute("role", "status");
        var preview = new Button(getTranslation("session.sign.preview"), Glyph.EYE.icon(), event -> onPreview.run());
        preview.addClassName("wide-only");
        primary.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        primary.setDisableOnClick(true);
        primary.addClickListener(event -> {
            action.run();
            primary.setEnabled(true);
        });
        all.addClassNames("link", "gaps");
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        list.setTarget(all);
        list.setPosition(PopoverPosition.TOP_END);
        list.setAriaLabel(getTranslation("session.sign.gaps"));
        list.addClassName("gaps-popover");
        add(saved, keeper, state, all, list, preview, primary);
    }

    void showSaved(@Nullable Instant at) {
        saved.removeClassName("bad");
        var headline = new Span(
                at == null
                        ? getTranslation("session.saved.empty")
                        : getTranslation("session.saved", words.seconds(at)));
        headline.addClassName("strong");
        var small = new Span(getTranslation(at == null ? "session.saved.empty.note" : "session.saved.note"));
        small.addClassName("small");
        saved.removeAll();
        saved.add(Glyph.SAVED.icon(), new Div(headline, small));
    }

    void showNotSaved(String why) {
        saved.addClassName("bad");
        var headline = new Span(getTranslation("session.unsaved"));
        headline.addClassName("strong");
        var small = new Span(why);
        small.addClassName("small");
        saved.removeAll();
        saved.add(Glyph.CARE.icon(), new Div(headline, small));
    }

    /**
     * Says what comes next.
     *
     * @param missing what the note cannot be signed without, the next thing first
     * @param left what was left empty and need not be there
     * @param sign signs the note; nothing is missing then
     */
    void showNext(List<Gap> missing, List<Gap> left, Gap sign) {
        var next = missing.isEmpty() ? sign : missing.getFirst();
        action = next.way();
        state.removeAll();
        state.setClassName("ready", missing.isEmpty());
        state.add(missing.isEmpty() ? Glyph.CHECK.icon() : Glyph.REVIEW.icon(), new Span(next.what()));
        primary.setText(next.label());

        int others = missing.size() > 1 ? missing.size() : 0;
        all.setVisible(others > 0 || !left.isEmpty());
        all.setText(
                others > 0
                        ? getTranslation("session.sign.gaps.all", others)
                        : getTranslation("session.sign.gaps.left", left.size()));
        list.removeAll();
        if (missing.isEmpty() && left.isEmpty()) {
            list.close();
        }
        add("session.sign.gaps", missing);
        add("session.sign.gaps.empty", left);
    }

    private void add(String heading, List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        var items = new UnorderedList();
        gaps.forEach(gap -> {
            var there = new Button(gap.what(), event -> {
                list.close();
                gap.way().run();
            });
            there.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            there.addClassName("link");
            items.add(new ListItem(there));
        });
        list.add(new H2(getTranslation(heading)), items);
    }
}
