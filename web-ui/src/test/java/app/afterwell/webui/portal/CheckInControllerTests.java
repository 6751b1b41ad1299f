package app.afterwell.webui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CheckInControllerTests {

    private static final String TOKEN = "a-secret-of-one-question";

    private final CheckIns checkIns = mock(CheckIns.class);
    private final SafetyProfiles profiles = mock(SafetyProfiles.class);
    private final ArgumentCaptor<AnswerCheckIn> sent = ArgumentCaptor.forClass(AnswerCheckIn.class);
    private MockMvcTester mvc;

    @BeforeEach
    void setUp() {
        when(checkIns.byToken(TOKEN)).thenReturn(SampleCheckIns.question(false));
        when(profiles.of(SampleCheckIns.CLIENT)).thenReturn(Optional.empty());
        mvc = PlainPages.mvc(checkIns, profiles);
    }

    @Test
    void lookingShowsTheQuestionAndSpendsNothing() {
        var page = get();
        assertThat(page).hasStatusOk();
        assertThat(page).bodyText().contains("How do you feel now?", "Two days after your massage", "tel:999");
        verify(checkIns, never()).answerByToken(any(), any());
    }

    @Test
    void theGravestSignsComeFirst() {
        var body = text(get());
        assertThat(body.indexOf("FACE_ARM_SPEECH")).isLessThan(body.indexOf("NEW_NUMBNESS"));
        assertThat(body.indexOf("NEW_NUMBNESS")).isLessThan(body.indexOf("DIZZINESS"));
        assertThat(body.indexOf("DIZZINESS")).isLessThan(body.indexOf("SORENESS"));
    }

    @Test
    void pregnancySignsAreAskedUnlessRuledOut() {
        assertThat(text(get())).doesNotContain("PREGNANCY_WARNING");
        when(checkIns.byToken(TOKEN)).thenReturn(SampleCheckIns.question(true));
        assertThat(text(get())).contains("PREGNANCY_WARNING");
    }

    @Test
    void ticksOfThePlanAreFilledIn() {
        assertThat(text(get()))
                .containsPattern("name=\"did.stretch-hip-flexors\" value=\"yes\" checked")
                .containsPattern("name=\"did.moist-heat\" value=\"no\" checked");
    }

    @Test
    void whatIsSentBecomesTheAnswer() {
        when(checkIns.answerByToken(eq(TOKEN), sent.capture()))
                .thenReturn(SampleCheckIns.answered(Outcome.AS_EXPECTED, 3));
        var page = post(
                "pain", "3",
                "news", "yes",
                "symptom", "DIZZINESS",
                "area", "CALVES:LEFT",
                "area", "CALVES:RIGHT",
                "did.stretch-hip-flexors", "no",
                "did.moist-heat", "yes",
                "did.not-in-the-plan", "yes",
                "note", " a little better ");
        assertThat(page).hasStatusOk();
        assertThat(page).bodyText().contains("This is in the usual range", "Sent to Dana", "We ask again on");
        assertThat(sent.getValue())
                .isEqualTo(new AnswerCheckIn(
                        new PainScore(3),
                        List.of(new BodyArea(Region.CALVES, Side.BOTH)),
                        Set.of(Symptom.DIZZINESS),
                        List.of("moist-heat"),
                        "a little better"));
    }

    @Test
    void nothingWorryingMeansNoSymptoms() {
        when(checkIns.answerByToken(eq(TOKEN), sent.capture()))
                .thenReturn(SampleCheckIns.answered(Outcome.AS_EXPECTED, 3));
        post("pain", "3", "news", "no", "symptom", "CHEST_PAIN");
        assertThat(sent.getValue().symptoms()).isEmpty();
    }

    @Test
    void badInputGetsAMessageAtTheFieldAndWhatWasTypedStays() {
        var page =
                post("pain", "", "news", "yes", "symptom", "DIZZINESS", "area", "KNEE:LEFT", "note", "<b>my knee</b>");
        assertThat(page).hasStatus(422);
        assertThat(text(page))
                .contains("Please choose a number from 0 to 10.", "&lt;b&gt;my knee&lt;/b&gt;")
                .containsPattern("value=\"DIZZINESS\"[^>]*checked")
                .containsPattern("value=\"KNEE:LEFT\"[^>]*checked")
                .containsPattern("data-yes[^>]*checked");
        verify(checkIns, never()).answerByToken(any(), any());
    }

    @Test
    void codesNobodyKnowsAreRefused() {
        assertThat(post("pain", "3", "symptom", "PLAGUE")).hasStatus(422);
        assertThat(post("pain", "3", "area", "TAIL:LEFT")).hasStatus(422);
        assertThat(post("pain", "11")).hasStatus(422);
        assertThat(post("pain", "3", "note", "x".repeat(2001))).hasStatus(422);
        verify(checkIns, never()).answerByToken(any(), any());
    }

    @Test
    void aGraveSignIsNeverHeldUpByAMissingNumber() {
        when(checkIns.answerByToken(eq(TOKEN), sent.capture()))
                .thenReturn(SampleCheckIns.answered(Outcome.EMERGENCY, 5));
        var page = post("news", "yes", "symptom", "CHEST_PAIN");
        assertThat(page).hasStatusOk();
        assertThat(page).bodyText().contains("Call 999 now", "tel:999", "You told us: chest pain");
        assertThat(sent.getValue().pain()).isEqualTo(new PainScore(5));
    }

    @Test
    void somebodyToldToCallADoctorReadsHowAndWhatToSay() {
        when(checkIns.answerByToken(eq(TOKEN), any())).thenReturn(SampleCheckIns.answered(Outcome.URGENT, 4));
        var page = post("pain", "4", "news", "yes", "symptom", "NEW_NUMBNESS", "area", "FOOT:LEFT");
        assertThat(page)
                .bodyText()
                .contains("Please call a doctor today", "tel:111", "a new numb patch", "left foot", "on hold");
    }

    @Test
    void anAnswerAboveTheBandIsDrawnAgainstIt() {
        when(checkIns.answerByToken(eq(TOKEN), any())).thenReturn(SampleCheckIns.answered(Outcome.WATCH, 6));
        assertThat(post("pain", "6"))
                .bodyText()
                .contains("This is a bit more than usual", "<svg class='pt-chart'", "6 now", "up to 4", "we ask again");
    }

    @Test
    void aSpentLinkSaysSo() {
        when(checkIns.byToken(TOKEN)).thenThrow(new NotFoundException("check-in link"));
        assertThat(get()).hasStatus(404);
        assertThat(post("pain", "3")).hasStatus(404);
        assertThat(post("pain", "3")).bodyText().contains("This question is closed", "If it gets worse");
    }

    @Test
    void anAnsweredPageThatIsLoadedAgainShowsTheSame() {
        when(checkIns.answerByToken(eq(TOKEN), any())).thenReturn(SampleCheckIns.answered(Outcome.EMERGENCY, 4));
        post("pain", "4", "symptom", "CHEST_PAIN");
        when(checkIns.byToken(TOKEN)).thenThrow(new NotFoundException("check-in link"));
        assertThat(post("pain", "4", "symptom", "CHEST_PAIN")).bodyText().contains("Call 999 now");
    }

    @Test
    void aBruiseIsGraveForSomebodyOnABloodThinner() {
        when(profiles.of(SampleCheckIns.CLIENT))
                .thenReturn(Optional.of(new SafetyProfile(
                        1,
                        null,
                        List.of(new ConditionEntry(Condition.ANTICOAGULANTS, Set.of(), null, null, null, false)))));
        assertThat(text(get())).contains("any bruise, because");
    }

    private MvcTestResult get() {
        return mvc.get().uri("/check-in/" + TOKEN).locale(Locale.UK).exchange();
    }

    private MvcTestResult post(String... fields) {
        var request = mvc.post().uri("/check-in/" + TOKEN).locale(Locale.UK);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
