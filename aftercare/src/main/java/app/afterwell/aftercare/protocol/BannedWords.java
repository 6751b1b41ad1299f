package app.afterwell.aftercare.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that may not reach a client, because they promise what nobody can or repeat what is not known to be true. Whole
 * words in any inflection count; "secure" and "healthcare" do not.
 */
public final class BannedWords {

    private record Banned(String word, Pattern pattern) {

        static Banned of(String word, String regex) {
            return new Banned(
                    word,
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?:" + regex + ")(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }

    private static final String GAP = "[\\s\\-\\u2010-\\u2015]+";
    private static final String GAP_OR_NONE = "[\\s\\-\\u2010-\\u2015]*";

    private static final List<Banned> BANNED = List.of(
            Banned.of("toxin", "(?:neuro|bio|endo)?toxins?|toxic|toxicity"),
            Banned.of(
                    "detox",
                    "de" + GAP_OR_NONE
                            + "tox(?:e[sd]|ing|ification|ifications|if(?:y|ies|ied|ying)|icat(?:e|es|ed|ing|ion))?"),
            Banned.of("flush", "flush(?:es|ed|ing)?"),
            Banned.of("lactic acid", "lactic" + GAP + "acids?|lactates?"),
            Banned.of("Herxheimer", "(?:jarisch" + GAP + ")?herxheimer(?:s|['\\u2019]s)?|herx(?:ing|ed|es)?"),
            Banned.of("healing crisis", "healing" + GAP + "cris[ie]s"),
            Banned.of("cure", "cur(?:e|es|ed|ing|able|ative)|cure" + GAP_OR_NONE + "alls?"),
            Banned.of("heal", "heal(?:s|ed|ing|er|ers)?"),
            Banned.of(
                    "break up adhesions, knots or scar tissue",
                    "(?:break(?:s|ing)?|broke|broken)" + GAP + "(?:(?:up|down|apart)" + GAP + ")?(?:\\p{L}+" + GAP
                            + "){0,3}?(?:adhesions?|knots?|scar" + GAP
                            + "tissues?|scars?)(?:" + GAP + "(?:up|down|apart))?"),
            Banned.of("realign", "re" + GAP_OR_NONE + "align(?:s|ed|ing|ment|ments)?"),
            Banned.of("guaranteed", "guarant(?:ee|ees|eed|eeing|y|ies)"),
            Banned.of("good pain", "good" + GAP + "pains?"),
            Banned.of("micro-tear", "micro" + GAP_OR_NONE + "(?:tears?|tearing|tore|torn|traumas?)"),
            Banned.of("no pain no gain", "no" + GAP + "pain[\\s,;\\-\\u2010-\\u2015]+no" + GAP + "gains?"));

    private BannedWords() {}

    /** The banned words that a text contains, in the order of the list; empty if it may be published. */
    public static List<String> in(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        // Soft hyphens and zero-width characters would hide a word from the search and not from the reader.
        plain = plain.replaceAll("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]", "");
        var found = new ArrayList<String>();
        for (Banned banned : BANNED) {
            if (banned.pattern().matcher(plain.toLowerCase(Locale.ROOT)).find()) {
                found.add(banned.word());
            }
        }
        return found;
    }
}
