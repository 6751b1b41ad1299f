package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.Curve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client's own line against the hatched usual range over three days, as a drawing that needs no script, and the
 * same as a table. The range's edge is straight: baseline, peak at 24 h, end.
 */
class SorenessChart {

    private static final double LEFT = 40;
    private static final double RIGHT = 330;
    private static final double BOTTOM = 200;
    private static final double TOP = 30;
    private static final int HOURS = 72;
    private static final int PEAK_HOUR = 24;
    private static final int LEADER_HOUR = 64;

    private final Curve curve;
    private final Instant visitEnd;
    private final @Nullable Instant next;
    private final When when;
    private final Function<String, String> text;
    private final Texts texts;

    /**
     * @param visitEnd hour 0
     * @param next when the client is asked again, if they are
     */
    SorenessChart(Curve curve, Instant visitEnd, @Nullable Instant next, When when, Texts texts) {
        this.curve = curve;
        this.visitEnd = visitEnd;
        this.next = next;
        this.when = when;
        this.texts = texts;
        this.text = key -> texts.get("checkin.result.chart." + key);
    }

    /** The drawing as markup; its texts come from our own translations and numbers only. */
    String svg() {
        var svg = new StringBuilder(2000);
        svg.append("<svg class='pt-chart' viewBox='0 18 344 240' role='img' aria-labelledby='chart-t chart-d'>");
        tag(svg, "title", "id='chart-t'", text.apply("title"));
        tag(svg, "desc", "id='chart-d'", description());
        svg.append("<defs><pattern id='chart-hatch' width='7' height='7' patternUnits='userSpaceOnUse'"
                + " patternTransform='rotate(45)'><rect class='pt-hatch-bg' width='7' height='7'/>"
                + "<line class='pt-hatch' x1='0' y1='0' x2='0' y2='7'/></pattern></defs>"
                + "<path class='pt-grid' d='M40 30H334M40 115H334M40 200H334'/>");
        axis(svg, 30, 35, "end", "10");
        axis(svg, 30, 120, "end", "5");
        axis(svg, 30, 205, "end", "0");
        axis(svg, 46, 48, "start", text.apply("worst"));
        band(svg);
        days(svg);
        own(svg);
        return svg.append("</svg>").toString();
    }

    /** The same in rows, by time: what it was, and what is usual. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        int baseline = curve.band().baseline();
        rows.add(new Row(
                texts.get("checkin.result.after", when.weekday(visitEnd)), String.valueOf(baseline), number(baseline)));
        for (int i = 0; i < curve.points().size(); i++) {
            var point = curve.points().get(i);
            var at = at(point.hours());
            var key = i == curve.points().size() - 1 ? "checkin.result.at.now" : "checkin.result.at";
            rows.add(new Row(
                    texts.get(key, when.weekday(at), when.time(at)),
                    String.valueOf(point.pain()),
                    texts.get("checkin.result.upTo", number(point.expected()))));
        }
        @Nullable Instant again = next;
        if (again != null) {
            double hours = Duration.between(visitEnd, again).toMinutes() / 60.0;
            rows.add(new Row(
                    texts.get("checkin.result.next", when.weekday(again), when.time(again)),
                    texts.get("checkin.result.weAsk"),
                    texts.get("checkin.result.upTo", number(curve.band().upperEdge(hours)))));
        }
        return rows;
    }

    private void band(StringBuilder svg) {
        var band = curve.band();
        var edge = "M" + point(0, band.baseline()) + "L" + point(PEAK_HOUR, band.peak()) + "L"
                + point(band.endHours(), band.baseline()) + "L" + point(HOURS, band.baseline());
        svg.append("<path fill='url(#chart-hatch)' d='")
                .append(edge)
                .append("L330 200L40 200Z'/><path class='pt-edge' d='")
                .append(edge)
                .append("'/>");
        double ownTop = curve.points().stream()
                .filter(point -> point.hours() > 30)
                .mapToDouble(point -> y(point.pain()) - 51)
                .min()
                .orElse(BOTTOM);
        double textY = Math.max(34, Math.min(y(band.peak()) - 12, ownTop));
        svg.append("<text x='334' y='").append(number(textY)).append("' text-anchor='end'>");
        svg.append(escape(text.apply("edge"))).append("</text><path class='pt-leader' d='M");
        svg.append(number(x(LEADER_HOUR))).append(' ').append(number(textY + 5)).append('V');
        svg.append(number(y(band.upperEdge(LEADER_HOUR)) - 3)).append("'/>");
    }

    private void own(StringBuilder svg) {
        var line = new StringBuilder("M" + point(0, curve.band().baseline()));
        curve.points().forEach(point -> line.append('L').append(point(point.hours(), point.pain())));
        svg.append("<path class='pt-own' d='").append(line).append("'/>");
        dot(svg, 0, curve.band().baseline(), false);
        value(svg, 0, curve.band().baseline(), String.valueOf(curve.band().baseline()), true);
        for (int i = 0; i < curve.points().size(); i++) {
            var point = curve.points().get(i);
            boolean last = i == curve.points().size() - 1;
            var said = String.valueOf(point.pain());
            dot(svg, point.hours(), point.pain(), last);
            boolean above = point.pain() < 2 || point.pain() > point.expected();
            value(
                    svg,
                    point.hours(),
                    point.pain(),
                    last ? texts.get("checkin.result.chart.point.now", said) : said,
                    above);
        }
    }

    private void days(StringBuilder svg) {
        for (int hour = 0; hour <= HOURS; hour += 24) {
            var anchor = hour == 0 ? "start" : hour == HOURS ? "end" : "middle";
            double x = hour == 0 ? 32 : hour == HOURS ? 338 : x(hour);
            axis(svg, x, 228, anchor, when.shortWeekday(at(hour)));
        }
        axis(svg, 32, 249, "start", text.apply("massage"));
    }

    private String description() {
        var said = new ArrayList<String>();
        said.add(texts.get("checkin.result.chart.point", curve.band().baseline(), when.weekday(visitEnd)));
        curve.points()
                .forEach(point -> said.add(
                        texts.get("checkin.result.chart.point", point.pain(), when.weekday(at(point.hours())))));
        return texts.get(
                "checkin.result.chart.text",
                String.join(", ", said),
                number(curve.band().peak()));
    }

    private void dot(StringBuilder svg, double hours, int pain, boolean now) {
        svg.append("<circle class='pt-dot").append(now ? " pt-dot-now" : "").append("' cx='");
        svg.append(number(x(hours))).append("' cy='").append(number(y(pain)));
        svg.append("' r='").append(now ? "8" : "6.5").append("'/>");
    }

    private void value(StringBuilder svg, double hours, int pain, String said, boolean above) {
        double x = Math.min(x(hours), RIGHT - 14);
        svg.append("<text class='pt-val pt-halo' text-anchor='").append(hours == 0 ? "start" : "middle");
        svg.append("' x='").append(number(hours == 0 ? 42 : x)).append("' y='");
        svg.append(number(y(pain) + (above ? -15 : 30))).append("'>");
        svg.append(escape(said)).append("</text>");
    }

    private static void axis(StringBuilder svg, double x, double y, String anchor, String said) {
        tag(
                svg,
                "text",
                "class='pt-axis' x='" + number(x) + "' y='" + number(y) + "' text-anchor='" + anchor + "'",
                said);
    }

    private static void tag(StringBuilder svg, String name, String attributes, String said) {
        svg.append('<').append(name).append(' ').append(attributes).append('>');
        svg.append(escape(said)).append("</").append(name).append('>');
    }

    private static String escape(String said) {
        return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Instant at(double hours) {
        return visitEnd.plusSeconds(Math.round(hours * 3600));
    }

    private static String point(double hours, double pain) {
        return number(x(hours)) + " " + number(y(pain));
    }

    private static double x(double hours) {
        return LEFT + (RIGHT - LEFT) * Math.clamp(hours, 0, HOURS) / HOURS;
    }

    private static double y(double pain) {
        return BOTTOM - (BOTTOM - TOP) * pain / 10;
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** One row of the table. */
    record Row(String when, String you, String usual) {}
}
