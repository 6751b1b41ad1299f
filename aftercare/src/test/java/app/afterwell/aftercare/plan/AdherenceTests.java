package app.afterwell.aftercare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day without an answer is unknown, never "not". */
class AdherenceTests {

    /**
     * @param days when it is due, such as {@code 0 1 2}
     * @param answers by day, such as {@code 0D 1P 2N}
     * @param held days on which it was on hold
     */
    @ParameterizedTest
    @CsvSource({
        // days | answers | on hold | today | done | partly | not | unknown
        "0 1 2, '',       '',  0, 0, 0, 0, 0",
        "0 1 2, '',       '',  1, 0, 0, 0, 1",
        "0 1 2, '',       '',  9, 0, 0, 0, 3",
        "0 1 2, 0D,       '',  9, 1, 0, 0, 2",
        "0 1 2, 0D 1P 2N, '',  9, 1, 1, 1, 0",
        "0 1 2, 0D 1P 2N, '',  2, 1, 1, 1, 0",
        "0 1 2, 2D,       '',  2, 1, 0, 0, 2",
        "0 2 4, 1D,       '',  3, 0, 0, 0, 2",
        "0 1 2, '',       1 2, 9, 0, 0, 0, 1",
        "0 1 2, 1D,       1 2, 9, 1, 0, 0, 1",
        "0 1 2, 1N,       1 2, 9, 0, 0, 1, 1",
        "'',    '',       '',  9, 0, 0, 0, 0"
    })
    void countsHonestly(
            String days, String answers, String held, int today, int done, int partly, int not, int unknown) {
        var said = new HashMap<Integer, Kept>();
        words(answers)
                .forEach(answer -> said.put(
                        Character.digit(answer.charAt(0), 10),
                        switch (answer.charAt(1)) {
                            case 'D' -> Kept.DONE;
                            case 'P' -> Kept.PARTLY;
                            default -> Kept.NOT;
                        }));
        Set<Integer> onHold = words(held).map(Integer::valueOf).collect(Collectors.toSet());
        List<Integer> due = words(days).map(Integer::valueOf).toList();

        var counted = Adherence.of("hydrate", "Drink", due, said, onHold::contains, today);

        assertThat(counted)
                .isEqualTo(
                        new Adherence("hydrate", "Drink", done, partly, not, unknown, done + partly + not + unknown));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
