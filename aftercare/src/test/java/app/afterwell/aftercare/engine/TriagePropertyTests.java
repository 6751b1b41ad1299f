package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Symptom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Telling more never makes it look better, whatever the visit, the form and the earlier answers were. */
class TriagePropertyTests {

    private static final List<Generated.Note> NOTES = Generated.notes(200);

    @Property(tries = 1_000)
    void oneMoreSymptomNeverLowersTheOutcome(
            @ForAll @IntRange(max = 199) int note, @ForAll("answers") Told told, @ForAll Symptom more) {
        var worse = EnumSet.of(more);
        worse.addAll(told.symptoms());
        assertThat(outcome(note, told, told.pain(), worse))
                .isGreaterThanOrEqualTo(outcome(note, told, told.pain(), told.symptoms()));
    }

    @Property(tries = 1_000)
    void morePainNeverLowersTheOutcome(
            @ForAll @IntRange(max = 199) int note,
            @ForAll("answers") Told told,
            @ForAll @IntRange(max = 10) int one,
            @ForAll @IntRange(max = 10) int other) {
        assertThat(outcome(note, told, Math.max(one, other), told.symptoms()))
                .isGreaterThanOrEqualTo(outcome(note, told, Math.min(one, other), told.symptoms()));
    }

    private static Outcome outcome(int index, Told told, int pain, Set<Symptom> symptoms) {
        var note = NOTES.get(index);
        var earlier = told.earlier() < 0
                ? List.<CheckInAnswer>of()
                : List.of(new CheckInAnswer(told.hours() / 2, new PainScore(told.earlier()), List.of(), Set.of()));
        return ClinicProtocol.APPROVED
                .triage(
                        new CheckInAnswer(told.hours(), new PainScore(pain), List.of(), symptoms),
                        earlier,
                        note.session(),
                        note.safety(),
                        note.history())
                .outcome();
    }

    /** @param earlier pain of an answer at half the time; -1 for none */
    record Told(double hours, int pain, int earlier, Set<Symptom> symptoms) {}

    @Provide
    Arbitrary<Told> answers() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.5, 96),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(-1, 10),
                        Arbitraries.of(Symptom.class).set().ofMaxSize(4))
                .as(Told::new);
    }
}
