package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.UnacceptableException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteMergeTests {

    private static final NoteDraft WRITTEN = new NoteDraft(
            Clinic.hamstrings(4).session(),
            new NoteText("Tight.\nSince Sunday.", "", "a", "b"),
            List.of(
                    new Decision("moist-heat", null, Decision.Kind.DROP, "No bath\nat home"),
                    new Decision(
                            "foam-roll-calves",
                            new BodyArea(Region.CALVES, Side.LEFT),
                            Decision.Kind.KEEP,
                            "Slowly",
                            "Once a day",
                            0)),
            List.of(new PenStroke("a-1", BodyView.BACK, List.of(10, 20, -3, 40))));

    @Test
    void a_draft_is_put_together_from_its_parts_as_it_was() {
        assertThat(NoteParts.draft(NoteParts.of(WRITTEN), WRITTEN)).isEqualTo(WRITTEN);
    }

    @Test
    void what_turns_one_draft_into_the_other_does_so() {
        var empty = new NoteDraft(Clinic.draft().session(), NoteText.EMPTY);
        var changes = NoteParts.between(empty, WRITTEN);
        var merged = NoteMerge.of(NoteParts.of(empty), changes);

        assertThat(merged.clashes()).isEmpty();
        assertThat(NoteParts.draft(merged.parts(), empty)).isEqualTo(WRITTEN);
        assertThat(NoteParts.between(WRITTEN, WRITTEN)).isEmpty();
    }

    @ParameterizedTest(name = "was {0}, is {1}, stored {2}: {3}, clash {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                // the side that changed it wins
                "a, b, a, b, false",
                "a, a, c, c, false",
                "-, b, -, b, false",
                "a, -, a, -, false",
                // both the same: one change
                "a, b, b, b, false",
                "a, -, -, -, false",
                // one goes on where the other stops
                "-, tight since, tight, tight since, false",
                "-, tight, tight since, tight since, false",
                // both otherwise: the stored one stands, and it is said
                "a, b, c, c, true",
                "a, -, c, c, true",
                "-, b, c, c, true",
            })
    void part_by_part(String was, String is, String stored, String now, boolean clash) {
        var parts = stored == null ? Map.<String, String>of() : Map.of("text/plan", stored);
        var merged = NoteMerge.of(parts, List.of(new NoteChange("text/plan", was, is)));

        assertThat(merged.parts().get("text/plan")).isEqualTo(now);
        assertThat(!merged.clashes().isEmpty()).isEqualTo(clash);
    }

    @Test
    void changes_to_different_parts_come_together() {
        var stored = Map.of("text/plan", "a", "area/CALVES LEFT", "1");
        var merged = NoteMerge.of(
                stored,
                List.of(
                        new NoteChange("area/CALVES LEFT/finding/TIGHTNESS", null, "1"),
                        new NoteChange("pain/before", null, "6"),
                        new NoteChange("stroke/x", null, "FRONT 1 2 3 4")));

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.parts())
                .containsEntry("text/plan", "a")
                .containsEntry("pain/before", "6")
                .containsKeys("area/CALVES LEFT/finding/TIGHTNESS", "stroke/x");
    }

    @Test
    void a_number_that_both_changed_is_a_clash_even_if_one_begins_like_the_other() {
        var merged = NoteMerge.of(Map.of("pain/before", "1"), List.of(new NoteChange("pain/before", null, "10")));
        assertThat(merged.clashes()).containsExactly("pain/before");
    }

    @ParameterizedTest
    @CsvSource({
        "area/CALVES, 1",
        "area/KNEE_PIT LEFT, 1",
        "area/CALVES LEFT/pressure, 9",
        "goal/FUN, 1",
        "pain/before, 11",
        "pain/before, x",
        "decision/moist-heat, DROP",
        "stroke/x, FRONT 1",
        "stroke/x, ABOVE 1 2",
        "stroke/<b>, FRONT 1 2",
        "colour, red",
    })
    void what_is_no_part_of_a_note_is_named(String part, String is) {
        var like = new NoteDraft(Clinic.draft().session(), NoteText.EMPTY);
        assertThatThrownBy(() -> NoteParts.draft(Map.of(part, is), like))
                .isInstanceOf(UnacceptableException.class)
                .hasMessageContaining(part);
    }
}
