package app.afterwell.webui.components;

import app.afterwell.aftercare.engine.Because;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folds away the rule, the sources and the strength of the evidence behind a decision of the engine. */
public class WhyDetails extends NativeDetails {

    public WhyDetails(List<Because> because, int protocolVersion) {
        addClassName("why");
        var summary = new Span(new Span(getTranslation("session.why.summary")), Glyph.CHEVRON_DOWN.small());
        summary.addClassName("row");
        setSummary(summary);
        var list = new DescriptionList();
        for (var reason : because) {
            add(list, "session.why.rule", getTranslation("session.why.version", reason.rule(), protocolVersion));
            if (!reason.sources().isEmpty()) {
                add(list, "session.why.sources", sources(reason));
            }
            add(list, "session.why.evidence", Vocabulary.of(reason.evidence()));
        }
        setContent(list);
    }

    /** What fired the rules, in one line: "Because tightness, blood thinner". */
    public static Span because(List<Because> because) {
        var facts = because.stream().flatMap(WhyDetails::facts).distinct().collect(Collectors.joining(", "));
        var why = new Span(I18NProvider.translate("session.why.word"));
        why.addClassName("strong");
        var line = new Span(why, new Span(" " + facts));
        line.addClassName("because");
        return line;
    }

    /** Two rules are about the item itself, and its code as a fact would say nothing to a reader. */
    private static Stream<String> facts(Because reason) {
        if (reason.rule().contains(".without-")) {
            return Stream.of(I18NProvider.translate("session.why.without"));
        }
        if (reason.rule().endsWith(".switched-off")) {
            return Stream.of(I18NProvider.translate("session.why.switched-off"));
        }
        return reason.facts().stream().map(Vocabulary::fact);
    }

    private String sources(Because reason) {
        return reason.sources().stream()
                .map(source -> getTranslation("vocabulary.source." + source))
                .collect(Collectors.joining("; "));
    }

    private void add(DescriptionList list, String term, String description) {
        list.add(new DescriptionList.Term(getTranslation(term)), new DescriptionList.Description(description));
    }
}
