package app.afterwell.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTests {

    @ParameterizedTest
    @CsvSource({
        "marta, marta, 0",
        "mar, marta, 0",
        "mata, marta, 1",
        "marrta, marta, 1",
        "marla, marta, 1",
        "mrata, marta, 1",
        "amrta, marta, 1",
        "mararta, marmarta, 1",
        "mararta, marta, 2",
        "mararta, martamar, 2",
        "brandenbruger, brandenburger, 1",
        "brandenbrug, brandenburger, 1",
        "marta, xyz, 5",
        "ba, ab, 1",
        "bca, abc, 2",
        "'', marta, 0",
        "marta, '', 5",
    })
    void countsWhatWentWrong(String typed, String word, int slips) {
        assertThat(Slips.between(typed, word)).isEqualTo(slips);
    }
}
