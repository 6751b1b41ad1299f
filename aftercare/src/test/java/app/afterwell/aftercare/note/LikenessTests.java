package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {

    private static final String LAST = "Tight hamstrings on the left since the hill walk on Sunday, worse when sitting "
            + "for long, better in the morning, no pain at night, sleeps well and drinks enough water";

    private static NoteText text(String subjective) {
        return new NoteText(subjective, "", "", "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the same                        | Tight hamstrings on the left since the hill walk on Sunday, worse when sitting for long, better in the morning, no pain at night, sleeps well and drinks enough water | 1.00 | true
        other case and punctuation      | TIGHT hamstrings on the left - since the hill walk on Sunday; worse when sitting for long. Better in the morning. No pain at night! Sleeps well and drinks enough water. | 1.00 | true
        one word changed at the end     | Tight hamstrings on the left since the hill walk on Sunday, worse when sitting for long, better in the morning, no pain at night, sleeps well and drinks enough tea | 0.93 | true
        one word changed in the middle  | Tight hamstrings on the left since the hill walk on Sunday, worse when standing for long, better in the morning, no pain at night, sleeps well and drinks enough water | 0.81 | true
        three words changed             | Tight hamstrings on the right since the hill walk on Monday, worse when standing for long, better in the morning, no pain at night, sleeps well and drinks enough water | 0.53 | false
        half of it new                  | Tight hamstrings on the left since the hill walk on Sunday, but the long drive home was what really did it this time, and now the calf pulls as well | 0.19 | false
        another note                    | Shoulder eased after the last visit, reaches the shelf again, the neck still pulls when she looks back over it in the car | 0.00 | false
        too short to be compared        | Tight hamstrings on the left | 0.00 | false
        """)
    void how_alike_a_note_is_to_the_last(String name, String note, double likeness, boolean nearly) {
        assertThat(Likeness.of(text(note), text(LAST))).isEqualTo(likeness, within(0.04));
        assertThat(Likeness.nearlyTheSame(text(note), text(LAST))).isEqualTo(nearly);
    }

    @Test
    void it_is_the_same_in_both_directions_and_whichever_field_the_words_stand_in() {
        var other = text(LAST.replace("Sunday", "Monday"));
        assertThat(Likeness.of(text(LAST), other)).isEqualTo(Likeness.of(other, text(LAST)));
        assertThat(Likeness.of(new NoteText("", LAST, "", ""), text(LAST))).isEqualTo(1);
        assertThat(Likeness.of(NoteText.EMPTY, NoteText.EMPTY)).isZero();
    }
}
