package app.afterwell.aftercare.protocol;

import java.text.Normalizer;
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
            return new Banned(word, Pattern.compile("(?<!" + LETTER + ")(?:" + regex + ")(?!" + LETTER + ")"));
        }
    }

    private static final String LETTER = "[\\p{L}\\p{N}]";

    /** What may stand between two words, or inside one that is broken in two: space, line break, any dash, slash. */
    private static final String BETWEEN = "[\\s\\p{Z}\\u0085\\p{Pd}_/]";

    private static final String GAP = BETWEEN + "+";
    private static final String GAP_OR_NONE = BETWEEN + "*";
    private static final String UP = "(?:up|down|apart|away|loose|open)";
    private static final String BREAK = "(?:break(?:s|ing|ups?|downs?)?|broke|broken)";
    private static final String KNOT = "(?:adhesions?|knots?|scar" + GAP_OR_NONE + "tissues?|scars?|scarring)";

    private static String words(int most) {
        return "(?:\\p{L}+" + GAP + "){0," + most + "}?";
    }

    private static final List<Banned> BANNED = List.of(
            Banned.of("toxin", "\\p{L}*toxins?|toxic|toxicity"),
            Banned.of("detox", "de" + GAP_OR_NONE + "tox\\p{L}*"),
            Banned.of("flush", "flush(?:es|ed|er|ers|ing|ings)?"),
            Banned.of("lactic acid", "lactic" + GAP_OR_NONE + "acids?|lactates?"),
            Banned.of("Herxheimer", "(?:jarisch" + GAP + ")?herxheimer(?:s|['\\u2019]s)?|herx(?:ing|ed|es)?"),
            Banned.of("healing crisis", "healing" + GAP_OR_NONE + "cris[ie]s"),
            Banned.of(
                    "cure",
                    "(?:in)?cur(?:e|es|ed|er|ers|ing|able|ably|ability|ative|atives)|cure" + GAP_OR_NONE + "alls?"),
            Banned.of("heal", "heal(?:s|ed|ing|ings|er|ers|able)?"),
            Banned.of(
                    "break up adhesions, knots or scar tissue",
                    BREAK + GAP + "(?:" + UP + GAP + ")?" + words(5) + KNOT + "|" + KNOT + GAP + words(4) + BREAK
                            + "(?:" + GAP + UP + ")?"),
            Banned.of("realign", "re[\\p{Pd}_/]*align\\p{L}*|(?<!['\\u2019])re" + GAP + "align\\p{L}*"),
            Banned.of("guaranteed", "guarant\\p{L}*"),
            Banned.of("good pain", "good" + GAP + "(?:(?:kind|sort|type)s?" + GAP + "of" + GAP + ")?pains?"),
            Banned.of("micro-tear", "micro" + GAP_OR_NONE + "(?:tear\\p{L}*|tore|torn|traumas?)"),
            Banned.of("no pain no gain", "no" + GAP + "pains?[^\\p{L}\\p{N}]+no" + GAP + "gains?"));

    /** Letters of other scripts that look like ours: {@code сure} with a Cyrillic с reads as "cure". */
    private static final String LOOKS_LIKE = "аaеeоoрpсcхxуyіiѕsԁdһhոnɑaɡgκkνvοoαaιiτtυu";

    private BannedWords() {}

    /** The banned words that a text contains, in the order of the list; empty if it may be published. */
    public static List<String> in(String text) {
        String plain = plain(text);
        // A word may be broken at the end of a line, and that hides it from the search and not from the reader.
        String joined = plain.replaceAll("(?<=\\p{L})\\p{Pd}" + BETWEEN + "*(?=\\p{L})", "");
        var found = new ArrayList<String>();
        for (Banned banned : BANNED) {
            if (banned.pattern().matcher(plain).find()
                    || banned.pattern().matcher(joined).find()) {
                found.add(banned.word());
            }
        }
        return found;
    }

    /** Lower case, without accents and invisible characters such as soft hyphens. */
    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int like = letter < 128 ? -1 : LOOKS_LIKE.indexOf(letter);
            plain.append(like < 0 ? letter : LOOKS_LIKE.charAt(like + 1));
        }
        return plain.toString();
    }
}
