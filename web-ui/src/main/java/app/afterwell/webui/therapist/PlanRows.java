package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.Because;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.Decision.Kind;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.Strength;
import app.afterwell.domain.BodyArea;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import app.afterwell.webui.components.WhyDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a plan beside the note: what is offered, what is to be decided, what is withheld and why. */
class PlanRows {

    private final int protocol;
    private final Function<String, String> titles;
    private final @Nullable Decisions decisions;
    private final Runnable onDecided;

    /** @param decisions null if there is nothing to decide (any more) */
    PlanRows(int protocol, Function<String, String> titles, @Nullable Decisions decisions, Runnable onDecided) {
        this.protocol = protocol;
        this.titles = titles;
        this.decisions = decisions;
        this.onDecided = onDecided;
    }

    /** @param place where the engine put it, from 0, of {@code places} */
    Article offered(PlanResult.PlanItem item, int place, int places) {
        boolean dropped = decisions != null && decisions.is(item.item(), Kind.DROP);
        boolean reshaped = decisions != null && decisions.reshapes(item.item());
        var title = new H4(item.title());
        if (item.modified()) {
            title.add(tag(Glyph.PENCIL, text("session.plan.modified"), "warn"));
        }
        if (reshaped) {
            title.add(tag(Glyph.PENCIL, text("session.plan.reshaped"), "accent"));
        }
        if (dropped) {
            title.add(tag(Glyph.X, text("session.plan.left-out"), "line"));
        }
        var dose = decisions == null
                ? item.dose()
                : decisions.of(item.item()).map(Decision::dose).orElse(item.dose());
        var row = row("plan-item", title, dose, item.areas(), item.because());
        if (dropped) {
            row.addClassName("dropped");
        }
        if (decisions != null) {
            var known = decisions;
            if (reshaped) {
                row.add(new Paragraph(text("session.plan.reshaped.why") + " "
                        + known.of(item.item()).map(Decision::reason).orElse("")));
            }
            var actions = new Div(
                    dropped || reshaped
                            ? undo(item.item(), item.title())
                            : decide("session.plan.leave-out", item.title(), item.item(), Kind.DROP));
            actions.addClassName("actions");
            row.add(actions);
            if (!dropped && !reshaped) {
                var change = link("session.plan.change", item.title());
                actions.add(change);
                change.addClickListener(event -> {
                    change.setVisible(false);
                    row.add(new ReshapeForm(item, place, places, decision -> {
                        known.decide(decision);
                        onDecided.run();
                    }));
                });
            }
        }
        return row;
    }

    Article later(PlanResult.PlanItem item) {
        boolean added = decisions != null && decisions.is(item.item(), Kind.ADD);
        var title = new H4(item.title());
        if (added) {
            title.add(tag(Glyph.PLUS, text("session.plan.added"), "accent"));
        }
        var row = row("plan-item", title, item.dose(), item.areas(), item.because());
        if (decisions != null) {
            row.add(
                    added
                            ? undo(item.item(), item.title())
                            : decide("session.plan.add", item.title(), item.item(), Kind.ADD));
        }
        return row;
    }

    /** Something that is still to be decided: the first thing to be seen. */
    Section open(PlanResult.ReviewItem item) {
        var title = titles.apply(item.item());
        var heading = new H3(Glyph.REVIEW.icon(), new Span(text("session.decide.title")));
        var buttons = new Div(
                decide("session.decide.drop", title, item.item(), Kind.DROP),
                decide("session.decide.keep", title, item.item(), Kind.KEEP));
        buttons.addClassName("row");
        buttons.getElement().setAttribute("role", "group");
        buttons.getElement().setAttribute("aria-label", title);
        var card = new Section(
                heading,
                new H4(title),
                where(item.areas()),
                WhyDetails.because(item.because()),
                buttons,
                new WhyDetails(item.because(), protocol));
        card.addClassName("decide");
        card.setAriaLabel(text("session.decide.title") + ": " + title);
        return card;
    }

    /** Something under review that has been decided. */
    Article decided(PlanResult.ReviewItem item, Kind kind) {
        boolean kept = kind == Kind.KEEP;
        var title = new H4(titles.apply(item.item()));
        title.add(
                kept
                        ? tag(Glyph.CHECK, text("session.plan.kept"), "ok")
                        : tag(Glyph.X, text("session.plan.left-out"), "line"));
        var row = row("plan-item", title, "", item.areas(), item.because());
        if (decisions != null) {
            row.add(undo(item.item(), titles.apply(item.item())));
        }
        return row;
    }

    Article withheld(PlanResult.WithheldItem item) {
        boolean absolute = item.strength() == Strength.ABSOLUTE;
        var title = new H4(new Span(titles.apply(item.item())));
        title.add(
                absolute
                        ? tag(Glyph.BLOCK, Vocabulary.of(item.strength()), "")
                        : tag(null, Vocabulary.of(item.strength()), "line"));
        var text = new Div(title, where(item.areas()), WhyDetails.because(item.because()));
        text.add(new WhyDetails(item.because(), protocol));
        if (!absolute && decisions != null) {
            text.add(addWithReason(item.item()));
        }
        var row = new Article(Glyph.WITHHELD.icon(), text);
        row.addClassNames("withheld-item", "private");
        return row;
    }

    private Component addWithReason(String item) {
        var title = titles.apply(item);
        var decided = decisions == null ? null : decisions.of(item).orElse(null);
        if (decided != null && decided.kind() == Kind.ADD) {
            return new Div(
                    tag(Glyph.PLUS, text("session.plan.added"), "accent"),
                    new Span(" " + decided.reason() + " "),
                    undo(item, title));
        }
        var reason = new TextField(text("session.plan.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.getElement().setAttribute("data-field", "reason");
        var add = new Button(text("session.plan.add.now"), event -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(text("session.plan.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
            } else if (decisions != null) {
                decisions.decide(item, Kind.ADD, reason.getValue().strip());
                onDecided.run();
            }
        });
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        NoteKeeper.keeps(add, "decision/" + item);
        add.getElement().setAttribute("data-is", Kind.ADD.name());
        var form = new Div(reason, add);
        form.addClassName("reason-form");
        form.setVisible(false);
        var open = link("session.plan.add.reason", title);
        open.addClickListener(event -> {
            open.setVisible(false);
            form.setVisible(true);
            reason.focus();
        });
        return new Div(open, form);
    }

    private Article row(String style, H4 title, String dose, List<BodyArea> areas, List<Because> because) {
        var row = new Article(title);
        row.addClassNames(style, "private");
        if (!dose.isBlank()) {
            var how = new Paragraph(dose);
            how.addClassName("dose");
            row.add(how);
        }
        row.add(where(areas), WhyDetails.because(because), new WhyDetails(because, protocol));
        return row;
    }

    private static Component where(List<BodyArea> areas) {
        var where = new Span(Vocabulary.areas(areas));
        where.addClassName("where");
        where.setVisible(!areas.isEmpty());
        return where;
    }

    private Button decide(String key, String title, String item, Kind kind) {
        var button = kind == Kind.KEEP || key.startsWith("session.decide") ? new Button(text(key)) : link(key, title);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(text(key) + ": " + title);
        NoteKeeper.keeps(button, "decision/" + item);
        button.getElement().setAttribute("data-is", kind.name());
        button.addClickListener(event -> {
            if (decisions != null) {
                decisions.decide(item, kind, null);
                onDecided.run();
            }
        });
        return button;
    }

    private Button undo(String item, String title) {
        var button = link("session.plan.undo", title);
        NoteKeeper.keeps(button, "decision/" + item);
        button.addClickListener(event -> {
            if (decisions != null) {
                decisions.undo(item);
                onDecided.run();
            }
        });
        return button;
    }

    private static Button link(String key, String title) {
        var button = new Button(text(key));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassName("link");
        button.setAriaLabel(text(key) + ": " + title);
        return button;
    }

    static Span tag(@Nullable Glyph glyph, String text, String tone) {
        var tag = new Span();
        if (glyph != null) {
            tag.add(glyph.small());
        }
        tag.add(new Span(text));
        tag.addClassName("tag");
        if (!tone.isEmpty()) {
            tag.addClassName(tone);
        }
        return tag;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
