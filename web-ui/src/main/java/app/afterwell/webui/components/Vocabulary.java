package app.afterwell.webui.components;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words for the codes of the closed vocabularies, in the reader's language. */
public final class Vocabulary {

    private static final List<Class<? extends Enum<?>>> FACTS =
            List.of(Condition.class, Finding.class, Technique.class, Goal.class, Region.class, Symptom.class);

    private Vocabulary() {}

    /** The word for one code, as it begins a line. */
    public static String of(Enum<?> code) {
        return I18NProvider.translate("vocabulary." + code.getDeclaringClass().getSimpleName() + "." + code.name());
    }

    /** The words for several codes in the order of the vocabulary, as they run on in a sentence. */
    public static String list(Collection<? extends Enum<?>> codes) {
        return codes.stream()
                .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .map(Vocabulary::of)
                .map(Vocabulary::inSentence)
                .collect(Collectors.joining(", "));
    }

    /** A region with its side; a region in the middle needs no side. */
    public static String area(BodyArea area) {
        return area.side() == Side.MIDLINE
                ? of(area.region())
                : I18NProvider.translate("vocabulary.area", of(area.region()), of(area.side()));
    }

    public static String areas(Collection<BodyArea> areas) {
        return areas.stream().sorted().map(Vocabulary::area).collect(Collectors.joining("; "));
    }

    public static String pressure(Pressure pressure) {
        return I18NProvider.translate("vocabulary.Pressure." + pressure.level());
    }

    /**
     * The words for a fact that fired a rule: a code of a vocabulary, or a number or state with its name in front, such as
     * {@code minutes=90}. What is in no vocabulary is shown as it is, since hiding a reason would be worse.
     */
    public static String fact(String fact) {
        int equals = fact.indexOf('=');
        if (equals > 0) {
            return state(fact, fact.substring(0, equals), fact.substring(equals + 1));
        }
        for (var vocabulary : FACTS) {
            for (var known : vocabulary.getEnumConstants()) {
                if (known.name().equals(fact)) {
                    return inSentence(of(known));
                }
            }
        }
        return fact.equals("session") ? I18NProvider.translate("vocabulary.fact.session") : fact;
    }

    private static String state(String fact, String name, String value) {
        var key = "vocabulary.fact." + name;
        var said = I18NProvider.translate(key, value);
        for (var outcome : Outcome.values()) {
            if (outcome.name().equals(value)) {
                said = I18NProvider.translate(key, inSentence(of(outcome)));
            }
        }
        return said.contains(key) ? fact : said;
    }

    /** Lower case at the front, unless the word is an abbreviation. */
    private static String inSentence(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(1))
                ? word
                : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
