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
                "detoxifying",
                "a detoxifier",
                "de\u2011toxed",
                "d\u00e9tox",
                "flushes the waste",
                "FLUSHED",
                "lactic-acid",
                "lactic\nacid",
                "lactic\u00a0acid",
                "lacticacid",
                "lactic_acid",
                "Herxheimer\u2019s",
                "healed",
                "self-healing",
                "cures",
                "a cure-all",
                "incurable",
                "it can be cured",
                "knots being broken up",
                "your knots are slowly broken down",
                "scar tissue that breaks apart",
                "an adhesion-breaking tool",
                "a break-up of old adhesions",
                "breaks the tight knots",
                "realigning",
                "re-aligned",
                "re aligning your spine",
                "\u2018realigned\u2019",
                "guarantees",
                "guaranteeing",
                "\u2018good\u2019 pain is good pain",
                "good kind of pain",
                "good-pain",
                "micro\u2013tears",
                "micro tearing",
                "No pain. No gain.",
                "no pain \u2014 no gain",
                "no\npain,\nno gain",
                "to-\nxins",
                "hea-\nling",
                "c\u0443re and \u0441ure",
                "\uff54\uff4f\uff58\uff49\uff4e",
                "t\u0301oxin",
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
                "we\u2019re aligned",
                "you're aligned with the wall",
                "incur a cost",
                "take a break. Knots may stay",
                "a knot in your tie, then a breakfast",
                "the pain is good to know about",
                "lactose",
                "flu shot",
                "heel",
                "intoxicating",
                "guard your knee",
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
