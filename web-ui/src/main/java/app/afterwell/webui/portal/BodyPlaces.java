package app.afterwell.webui.portal;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Side;
import java.util.List;
import java.util.function.BinaryOperator;

/** Places of the body in the words that people use for their own; left and right are never lost. */
final class BodyPlaces {

    private BodyPlaces() {}

    /** @param text finds a text by its key and fills in one value */
    static String name(BodyArea area, BinaryOperator<String> text) {
        var key = "portal.area." + area.region();
        return switch (area.side()) {
            case LEFT, RIGHT -> text.apply(key, side(area.side(), text));
            case BOTH -> text.apply(key + ".both", "");
            case MIDLINE -> text.apply(key + ".middle", "");
        };
    }

    static String side(Side side, BinaryOperator<String> text) {
        return text.apply("portal.side." + side, "");
    }

    /** The places in a row, as part of a sentence. */
    static String names(List<BodyArea> areas, BinaryOperator<String> text) {
        var names = areas.stream().map(area -> name(area, text)).distinct().toList();
        if (names.size() < 2) {
            return names.isEmpty() ? "" : names.getFirst();
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + text.apply("portal.and", "") + " "
                + names.getLast();
    }
}
