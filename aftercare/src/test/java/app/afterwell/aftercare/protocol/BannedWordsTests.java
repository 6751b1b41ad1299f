package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.ClinicProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannedWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toxin",
                "Toxins leave the body",
                "detox",
                "Detoxifying",
                "de-tox",
                "a detoxification",
                "flush",
                "flushes waste",
                "flushing",
                "lactic acid",
                "lactic-acid",
                "Herxheimer",
                "a Herxheimer's reaction",
                "healing crisis",
                "Healing  crises",
                "cure",
                "it cured me",
                "curing",
                "heal",
                "heals",
                "healing",
                "HEALED",
                "break up adhesions",
                "breaks up the knots",
                "broken up scar tissue",
                "breaking down old scar tissue",
                "break knots up",
                "realign",
                "re-aligns",
                "realignment",
                "guaranteed",
                "we guarantee",
                "good pain",
                "\u201cgood pain\u201d",
                "micro-tear",
                "microtears",
                "micro tears",
                "no pain no gain",
                "No pain, no gain!",
                "to\u00ADxin",
                "he\u200Bals"
            })
    void refuses(String text) {
        assertThat(BannedWords.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secure",
                "healthcare",
                "health",
                "healthy",
                "procure",
                "manicure",
                "obscure",
                "accurate",
                "curious",
                "wheal",
                "aligned",
                "a good spot without pain",
                "break the habit",
                "warranty",
                "a warm bath may help you relax",
                "comfortable pressure; stop if it is sharp, tingling or numb"
            })
    void lets(String text) {
        assertThat(BannedWords.in(text)).isEmpty();
    }

    @Test
    void namesTheWord() {
        assertThat(BannedWords.in("It cures toxins")).containsExactly("toxin", "cure");
    }

    @Test
    void findsNoneInTheClinicProtocol() {
        // also where only staff reads it
        assertThat(BannedWords.in(ClinicProtocol.text().replaceAll("(?m)^ *#.*$", "")))
                .isEmpty();
    }
}
