package app.afterwell.webui.admin;

import app.afterwell.aftercare.outcome.OutcomeReport.Soreness;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** How far pain rose after visits of each pressure, beside how far it was expected to; the table beneath has the numbers. */
class SorenessBars extends Div {

    private static final int WIDTH = 640;
    private static final int LEFT = 150;
    private static final int ROW = 44;
    private static final int TOP = 28;
    private static final double MOST = 7;

    /** Gives the words for a key. */
    interface Texts {
        String text(String key, Object... arguments);
    }

    SorenessBars(List<Soreness> byPressure, int threshold, Texts texts, Locale locale) {
        addClassName("outcome-chart");
        var number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(1);
        int height = TOP + byPressure.size() * ROW + 24;
        var svg = new StringBuilder(2_000)
                .append("<svg viewBox='0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("' role='img' aria-labelledby='outcome-t outcome-d'><title id='outcome-t'>")
                .append(escape(texts.text("outcome.chart")))
                .append("</title><desc id='outcome-d'>")
                .append(escape(byPressure.stream()
                        .map(cell -> sentence(cell, threshold, texts, number))
                        .collect(Collectors.joining(" "))))
                .append("</desc>");
        for (int pain = 0; pain <= MOST; pain++) {
            svg.append("<path class='grid' d='M")
                    .append(x(pain))
                    .append(' ')
                    .append(TOP)
                    .append('V')
                    .append(height - 24)
                    .append("'/><text class='tick' text-anchor='middle' x='")
                    .append(x(pain))
                    .append("' y='")
                    .append(height - 6)
                    .append("'>+")
                    .append(pain)
                    .append("</text>");
        }
        int y = TOP + 6;
        for (var cell : byPressure) {
            svg.append("<text x='0' y='")
                    .append(y + 19)
                    .append("'>")
                    .append(escape(texts.text("outcome.chart.pressure", cell.pressure() == null ? 0 : cell.pressure())))
                    .append("</text>");
            var figures = cell.figures();
            if (figures == null) {
                svg.append("<text class='few' x='")
                        .append(LEFT + 6)
                        .append("' y='")
                        .append(y + 19)
                        .append("'>")
                        .append(escape(texts.text("outcome.few")))
                        .append("</text>");
            } else {
                svg.append("<rect class='rise' x='")
                        .append(LEFT)
                        .append("' y='")
                        .append(y)
                        .append("' height='26' rx='3' width='")
                        .append(Math.max(1, x(figures.rise()) - LEFT))
                        .append("'/><path class='expected' d='M")
                        .append(x(figures.expected()))
                        .append(' ')
                        .append(y - 4)
                        .append("v34'/><text x='")
                        .append(Math.max(x(figures.rise()), x(figures.expected())) + 8)
                        .append("' y='")
                        .append(y + 19)
                        .append("'>")
                        .append(escape(number.format(figures.rise())))
                        .append("</text>");
            }
            y += ROW;
        }
        svg.append("<text class='tick' x='")
                .append(LEFT)
                .append("' y='14'>")
                .append(escape(texts.text("outcome.chart.key")))
                .append("</text></svg>");
        add(new Html(svg.toString()));
    }

    private static String sentence(Soreness cell, int threshold, Texts texts, NumberFormat number) {
        int pressure = cell.pressure() == null ? 0 : cell.pressure();
        var figures = cell.figures();
        return figures == null
                ? texts.text("outcome.chart.few", pressure, threshold)
                : texts.text(
                        "outcome.chart.sentence",
                        pressure,
                        number.format(figures.rise()),
                        number.format(figures.expected()));
    }

    private static long x(double pain) {
        return Math.round(LEFT + Math.clamp(pain, 0, MOST) * (WIDTH - LEFT - 60) / MOST);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
