package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.CheckInView;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that the check-in page shows, ready for its template.
 *
 * @param days since the visit
 * @param problems texts by field
 * @param afterNeckWork whether signs of the head are graver than alone
 */
record CheckInPage(
        String therapist,
        long days,
        List<Rung> ladder,
        @Nullable String news,
        List<Choice> worrying,
        List<Choice> usual,
        List<Choice> worked,
        List<Place> elsewhere,
        boolean elsewhereOpen,
        List<Done> items,
        String note,
        Map<String, String> problems,
        boolean afterNeckWork) {

    private static final Set<Symptom> USUAL = EnumSet.of(Symptom.SORENESS, Symptom.STIFFNESS, Symptom.FATIGUE);

    /** Gravest first; within a grade those that people name first. */
    private static final List<Symptom> ORDER = List.of(
            Symptom.FACE_ARM_SPEECH,
            Symptom.CHEST_PAIN,
            Symptom.SHORT_OF_BREATH,
            Symptom.THROAT_SWELLING,
            Symptom.FAINTING,
            Symptom.SUDDEN_SEVERE_HEADACHE,
            Symptom.SADDLE_NUMBNESS,
            Symptom.BLADDER_OR_BOWEL_CHANGE,
            Symptom.BOTH_LEGS_AFFECTED,
            Symptom.PREGNANCY_WARNING,
            Symptom.HOT_SWOLLEN_CALF,
            Symptom.NEW_NUMBNESS,
            Symptom.NEW_WEAKNESS,
            Symptom.NEW_SHOOTING_PAIN,
            Symptom.VISION_CHANGE,
            Symptom.DARK_URINE,
            Symptom.SPREADING_BRUISE,
            Symptom.BURN_OR_BLISTER,
            Symptom.FEVER,
            Symptom.BRUISING,
            Symptom.SHARP_PAIN,
            Symptom.NEW_TINGLING,
            Symptom.DIZZINESS,
            Symptom.HEADACHE,
            Symptom.RASH,
            Symptom.SORENESS,
            Symptom.STIFFNESS,
            Symptom.FATIGUE);

    static CheckInPage of(CheckInView asked, CheckInForm form, Map<String, String> problems, Texts texts, Clock clock) {
        var worked = asked.worked().stream().distinct().sorted().toList();
        var places = elsewhere(worked, form, texts);
        return new CheckInPage(
                Reasons.firstName(asked.practitionerName()),
                Math.max(0, ChronoUnit.DAYS.between(asked.visitDay(), LocalDate.now(clock.withZone(asked.zone())))),
                ladder(form, texts),
                form.news(),
                symptoms(asked, form, false, texts),
                symptoms(asked, form, true, texts),
                worked.stream()
                        .map(area -> new Choice(
                                CheckInForm.code(area),
                                capital(BodyPlaces.name(area, texts::get), texts.locale()),
                                form.areas().contains(CheckInForm.code(area)),
                                ""))
                        .toList(),
                places,
                places.stream().anyMatch(Place::chosen),
                asked.items().stream()
                        .filter(item -> ItemTicks.canBeTicked(item.item()))
                        .map(item -> new Done(
                                "did." + item.item(), item.title(), form.done().contains(item.item())))
                        .toList(),
                form.note(),
                problems,
                worked.stream()
                        .anyMatch(area -> area.region() == Region.NECK || area.region() == Region.SUBOCCIPITALS));
    }

    private static List<Rung> ladder(CheckInForm form, Texts texts) {
        return List.of(
                rung("none", 0, 0, form, texts),
                rung("mild", 1, 3, form, texts),
                rung("medium", 4, 6, form, texts),
                rung("strong", 7, 9, form, texts),
                rung("worst", 10, 10, form, texts));
    }

    private static Rung rung(String key, int from, int to, CheckInForm form, Texts texts) {
        var word = texts.get("checkin.pain." + key);
        return new Rung(
                word,
                texts.get("checkin.said." + key),
                IntStream.rangeClosed(from, to)
                        .mapToObj(score -> new Choice(
                                String.valueOf(score),
                                texts.get("checkin.pain.option", score, word.toLowerCase(texts.locale())),
                                String.valueOf(score).equals(form.pain()),
                                ""))
                        .toList());
    }

    private static List<Choice> symptoms(CheckInView asked, CheckInForm form, boolean usual, Texts texts) {
        return ORDER.stream()
                .filter(symptom -> USUAL.contains(symptom) == usual)
                .filter(symptom -> symptom != Symptom.PREGNANCY_WARNING || asked.askPregnancy())
                .sorted(Comparator.comparing((Symptom symptom) -> outcome(asked, symptom))
                        .reversed())
                .map(symptom -> new Choice(
                        symptom.name(),
                        texts.get("checkin.symptom." + symptom),
                        form.symptoms().contains(symptom.name()),
                        outcome(asked, symptom).name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Outcome outcome(CheckInView asked, Symptom symptom) {
        return asked.signs().getOrDefault(symptom, Outcome.AS_EXPECTED);
    }

    private static List<Place> elsewhere(List<BodyArea> worked, CheckInForm form, Texts texts) {
        return Arrays.stream(Region.values())
                .map(region -> {
                    var name = texts.get("portal.region." + region);
                    var sides = List.of(Side.LEFT, Side.RIGHT).stream()
                            .map(side -> new BodyArea(region, side))
                            .filter(area -> !worked.contains(area))
                            .map(area -> new Choice(
                                    CheckInForm.code(area),
                                    texts.get("checkin.where."
                                            + area.side().name().toLowerCase(Locale.ROOT)),
                                    form.areas().contains(CheckInForm.code(area)),
                                    ""))
                            .toList();
                    return new Place(name, sides);
                })
                .filter(place -> !place.sides().isEmpty())
                .toList();
    }

    private static String capital(String text, Locale locale) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /**
     * @param kind what it would come to alone, in lower case; empty if it is no symptom
     */
    record Choice(String value, String label, boolean chosen, String kind) {}

    /** @param said the sentence that a number of this rung stands for */
    record Rung(String word, String said, List<Choice> scores) {

        public boolean single() {
            return scores.size() == 1;
        }
    }

    /** A region that was not worked on, and its sides. */
    record Place(String name, List<Choice> sides) {

        boolean chosen() {
            return sides.stream().anyMatch(Choice::chosen);
        }
    }

    /** @param name of the field */
    record Done(String name, String title, boolean done) {}
}
