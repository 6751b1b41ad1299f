package app.afterwell.aftercare.note;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two notes are, so that one that was only copied on is noticed.
 *
 * <p>The measure: the four texts of each note as one row of words, without case and punctuation; every three words that
 * follow each other are a step; likeness is the number of steps that both notes have by the number that either has
 * (Jaccard). 1 is the same text, 0 has no three words in common. Notes of fewer than {@value #FEWEST_WORDS} words are not
 * compared: short ones are alike by nature. From {@value #NEARLY} on a note counts as nearly the same as another.
 */
public final class Likeness {

    /** From here on a note is nearly the same; one changed word in thirty still is. */
    public static final double NEARLY = 0.8;

    private static final int FEWEST_WORDS = 12;
    private static final int STEP = 3;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Likeness() {}

    /** Whether a note says nearly the same as another. */
    public static boolean nearlyTheSame(NoteText note, NoteText other) {
        return of(note, other) >= NEARLY;
    }

    /** From 0 to 1. */
    public static double of(NoteText note, NoteText other) {
        var words = words(note);
        var others = words(other);
        if (words.size() < FEWEST_WORDS || others.size() < FEWEST_WORDS) {
            return 0;
        }
        var steps = steps(words);
        var both = new HashSet<>(steps);
        var otherSteps = steps(others);
        both.retainAll(otherSteps);
        return (double) both.size() / (steps.size() + otherSteps.size() - both.size());
    }

    private static List<String> words(NoteText note) {
        var text = String.join("\n", note.subjective(), note.objective(), note.assessment(), note.plan());
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> steps(List<String> words) {
        var steps = new ArrayList<String>();
        for (int at = 0; at + STEP <= words.size(); at++) {
            steps.add(String.join(" ", words.subList(at, at + STEP)));
        }
        return new HashSet<>(steps);
    }
}
