package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.CheckInView;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed and tapped in the check-in, word for word, so that nothing is lost when something is wrong with
 * it. Its fields are {@code pain}, {@code news} (yes or no), {@code symptom}, {@code area} (REGION:SIDE), {@code
 * did.ITEM} (yes or no) and {@code note}.
 */
record CheckInForm(
        @Nullable String pain,
        @Nullable String news,
        Set<String> symptoms,
        Set<String> areas,
        Set<String> done,
        String note) {

    static final int LONGEST_NOTE = 2000;

    private static final String DID = "did.";

    /** A new form: only what the client has ticked in the plan is filled in. */
    static CheckInForm of(CheckInView question) {
        var done = question.items().stream()
                .filter(CheckInView.ItemToTick::done)
                .map(CheckInView.ItemToTick::item)
                .collect(Collectors.toSet());
        return new CheckInForm(null, null, Set.of(), Set.of(), done, "");
    }

    /** The form with the number that was tapped in the message; anything else is left out. */
    CheckInForm begun(@Nullable String tapped) {
        return tapped != null && tapped.matches("10|\\d")
                ? new CheckInForm(tapped, news, symptoms, areas, done, note)
                : this;
    }

    static CheckInForm of(MultiValueMap<String, String> sent) {
        var done = sent.keySet().stream()
                .filter(name -> name.startsWith(DID) && "yes".equals(sent.getFirst(name)))
                .map(name -> name.substring(DID.length()))
                .collect(Collectors.toSet());
        var note = sent.getFirst("note");
        return new CheckInForm(
                sent.getFirst("pain"),
                sent.getFirst("news"),
                all(sent, "symptom"),
                all(sent, "area"),
                done,
                note == null ? "" : note);
    }

    private static Set<String> all(MultiValueMap<String, String> sent, String name) {
        return new LinkedHashSet<>(sent.getOrDefault(name, List.of()));
    }

    /** Names of the fields that cannot be taken as they are, each with the key of the text that says why. */
    Map<String, String> problems(CheckInView question) {
        var problems = new LinkedHashMap<String, String>();
        if (score() == null && !(isMissing(pain) && isEmergency(question))) {
            problems.put("pain", "checkin.problem.pain");
        }
        if (symptoms.stream().anyMatch(code -> symptom(code) == null)) {
            problems.put("news", "checkin.problem.unknown");
        } else if ("yes".equals(news) && symptoms.isEmpty() && note.isBlank()) {
            problems.put("news", "checkin.problem.new");
        }
        if (areas.stream().anyMatch(code -> area(code) == null)) {
            problems.put("area", "checkin.problem.unknown");
        }
        if (note.length() > LONGEST_NOTE) {
            problems.put("note", "checkin.problem.note");
        }
        return problems;
    }

    /**
     * The answer; only for a form without problems. A grave sign is never held up by a missing pain score: the last
     * that is known stands in for it.
     */
    AnswerCheckIn answer(CheckInView question) {
        @Nullable PainScore score = score();
        var items = question.items().stream().map(CheckInView.ItemToTick::item).collect(Collectors.toSet());
        return new AnswerCheckIn(
                score == null ? lastKnown(question) : score,
                places(),
                reported(),
                done.stream().filter(items::contains).sorted().toList(),
                note.isBlank() ? null : note.strip());
    }

    /** The symptoms that count: none if the client says that there is nothing. */
    Set<Symptom> reported() {
        var reported = EnumSet.noneOf(Symptom.class);
        if ("no".equals(news)) {
            return reported;
        }
        for (var code : symptoms) {
            @Nullable Symptom symptom = symptom(code);
            if (symptom != null) {
                reported.add(symptom);
            }
        }
        return reported;
    }

    /** Left and right of one region become both. */
    List<BodyArea> places() {
        var sides = new EnumMap<Region, Side>(Region.class);
        var places = new ArrayList<BodyArea>();
        for (var code : areas) {
            @Nullable BodyArea area = area(code);
            if (area != null) {
                sides.merge(area.region(), area.side(), (one, other) -> one == other ? one : Side.BOTH);
            }
        }
        sides.forEach((region, side) -> places.add(new BodyArea(region, side)));
        return places;
    }

    static String code(BodyArea area) {
        return area.region() + ":" + area.side();
    }

    private boolean isEmergency(CheckInView question) {
        return reported().stream().anyMatch(symptom -> question.signs().get(symptom) == Outcome.EMERGENCY);
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private @Nullable PainScore score() {
        @Nullable String text = pain;
        if (text == null || !text.matches("10|\\d")) {
            return null;
        }
        return new PainScore(Integer.parseInt(text));
    }

    private static PainScore lastKnown(CheckInView question) {
        var points = question.curve().points();
        if (!points.isEmpty()) {
            return new PainScore(points.getLast().pain());
        }
        @Nullable Integer after = question.painAfter();
        return new PainScore(after == null ? question.curve().band().baseline() : after);
    }

    private static @Nullable Symptom symptom(String code) {
        return named(Symptom.values(), code);
    }

    private static @Nullable BodyArea area(String code) {
        int colon = code.indexOf(':');
        if (colon < 0) {
            return null;
        }
        @Nullable Region region = named(Region.values(), code.substring(0, colon));
        @Nullable Side side = named(Side.values(), code.substring(colon + 1));
        return region == null || side == null ? null : new BodyArea(region, side);
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        for (var value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
