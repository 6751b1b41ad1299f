package app.afterwell.webui.components;

import app.afterwell.aftercare.engine.CareWarning;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;

/** What to be careful about before and during a session. The desk's copy says nothing of why, whatever it is given. */
public class CareBanner extends Section {

    private static final String HEADING = "care-heading-";

    /** @param detailed whether the reader may know why: therapists only */
    public CareBanner(List<CareWarning> care, boolean detailed) {
        boolean stops = care.stream().anyMatch(CareWarning::stops);
        addClassName("care");
        if (stops) {
            addClassName("stops");
        }
        var heading = new H2(getTranslation(stops ? "care.stop" : "care.title"));
        heading.setId(HEADING + Integer.toHexString(System.identityHashCode(this)));
        setAriaLabelledBy(heading.getId().orElseThrow());

        var lines = new UnorderedList();
        care.forEach(warning -> lines.add(line(warning, detailed)));
        add(Glyph.CARE.icon(), heading, lines);
        setVisible(!care.isEmpty());
    }

    /** Adds a line of small print below the warnings. */
    public CareBanner with(String meta) {
        var line = new Span(meta);
        line.addClassName("meta");
        add(line);
        return this;
    }

    /** The same in a few words, for where there is only one line. */
    public static String brief(List<CareWarning> care) {
        return care.stream()
                .map(CareWarning::headline)
                .distinct()
                .map(line -> line.endsWith(".") ? line.substring(0, line.length() - 1) : line)
                .collect(Collectors.joining("; "));
    }

    private Component line(CareWarning warning, boolean detailed) {
        var item = new ListItem();
        var headline = new Span(warning.headline());
        headline.addClassName("strong");
        item.add(headline);
        if (detailed && !warning.detail().isBlank()) {
            item.add(new Span(" " + warning.detail()));
        }
        if (!warning.areas().isEmpty()) {
            item.add(new Span(" " + getTranslation("care.areas", Vocabulary.areas(warning.areas()))));
        }
        item.addClassName("private");
        return item;
    }
}
