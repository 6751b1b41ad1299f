package app.afterwell.aftercare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.domain.UnacceptableException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.MutableClock;

/** What the client says of each day. */
@CareTest
class KeptTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    SessionNotes notes;

    @Autowired
    Plans plans;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    MutableClock clock;

    private Case it;
    private PlanView plan;

    @BeforeEach
    void aSignedPlan() {
        clock.set(SUNDAY);
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        plan = it.therapist().call(() -> {
            var note = notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3)));
            var drops = note.preview().plan().review().stream()
                    .map(item -> new Decision(item.item(), null, Decision.Kind.DROP, null))
                    .toList();
            return notes.sign(new SignNote(
                            it.appointment(), note.version(), note.preview().digest(), drops))
                    .plan();
        });
    }

    @AfterEach
    void backToSunday() {
        clock.set(SUNDAY);
    }

    @Test
    void theLastAnswerForADayCountsAndNoAnswerIsUnknown() {
        var item = plan.offered().stream()
                .filter(offered -> offered.days().contains(0) && offered.days().contains(1))
                .filter(offered -> !offered.item().equals("ask-your-therapist"))
                .findFirst()
                .orElseThrow();
        it.client().run(() -> plans.tick(plan.id(), item.item(), 0));
        it.client().run(() -> plans.tick(plan.id(), item.item(), 0, Kept.PARTLY));
        clock.set(SUNDAY.plus(Duration.ofDays(2)));

        var shown = it.client().call(() -> plans.plan(plan.id())).offered().stream()
                .filter(offered -> offered.item().equals(item.item()))
                .findFirst()
                .orElseThrow();
        assertThat(shown.ticked()).isEmpty();
        assertThat(shown.kept()).containsOnly(java.util.Map.entry(0, Kept.PARTLY));
        assertThat(it.therapist()
                        .call(() -> plans.ofClient(it.clientId()))
                        .getFirst()
                        .adherence())
                .filteredOn(kept -> kept.item().equals(item.item()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.partly()).isEqualTo(1);
                    assertThat(kept.not()).isZero();
                    assertThat(kept.unknown()).isEqualTo(1);
                });
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> it.client().run(() -> plans.tick(plan.id(), item.item(), 99, Kept.NOT)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> it.therapist().run(() -> plans.tick(plan.id(), item.item(), 0, Kept.NOT)));
    }
}
