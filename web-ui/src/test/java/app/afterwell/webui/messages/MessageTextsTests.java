package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

class MessageTextsTests extends PostTests {

    @Autowired
    MessageTexts texts;

    @Autowired
    MessageSettings settings;

    private final TestActor owner = TestActor.owner();

    @ParameterizedTest
    @EnumSource(MessageText.class)
    void ourOwnWordsPassOurOwnChecks(MessageText text) {
        assertThat(MessageTexts.problems(text, texts.inForce(text, Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void theClinicsWordsGoOutUntilTheyAreTakenBack() {
        var before = texts.inForce(MessageText.COME_BACK, Locale.UK);
        owner.run(() -> texts.set(
                MessageText.COME_BACK, Locale.ENGLISH, new Wording("We miss you", "Hello {first}", "{clinic}", 0)));
        assertThat(texts.inForce(MessageText.COME_BACK, Locale.UK).subject()).isEqualTo("We miss you");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> owner.run(() -> texts.set(MessageText.COME_BACK, Locale.ENGLISH, before)));
        owner.run(() -> texts.reset(MessageText.COME_BACK, Locale.ENGLISH));
        assertThat(texts.inForce(MessageText.COME_BACK, Locale.UK)).isEqualTo(before);
    }

    @Test
    void aClientIsWrittenToInTheirLanguageWhereTheClinicHasWordsInIt() {
        var german = new Wording("Wie geht es Ihnen?", "Guten Tag {first}", "{clinic}", 0);
        var english = texts.inForce(MessageText.COME_BACK, Locale.ENGLISH);
        assertThat(texts.inForce(MessageText.COME_BACK, Locale.GERMANY)).isEqualTo(english);
        owner.run(() -> texts.set(MessageText.COME_BACK, Locale.GERMAN, german));
        assertThat(texts.inForce(MessageText.COME_BACK, Locale.GERMANY).subject())
                .isEqualTo("Wie geht es Ihnen?");
        assertThat(texts.inForce(MessageText.COME_BACK, Locale.UK)).isEqualTo(english);
        assertThat(owner.call(texts::languages)).contains(Locale.ENGLISH, Locale.GERMAN);
        owner.run(() -> texts.reset(MessageText.COME_BACK, Locale.GERMAN));
        assertThat(texts.inForce(MessageText.COME_BACK, Locale.GERMANY)).isEqualTo(english);
    }

    @Test
    void whatCannotBeFilledInOrSaidIsRefused() {
        var wording = new Wording("{service} for {first}", "Hello {name}, this will cure you", "{ {day}", 0);
        assertThat(MessageTexts.problems(MessageText.BOOKED, wording))
                .extracting(FieldProblem::field, FieldProblem::code)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("subject", "unknown-name"),
                        org.assertj.core.groups.Tuple.tuple("body", "unknown-name"),
                        org.assertj.core.groups.Tuple.tuple("body", "name-missing"),
                        org.assertj.core.groups.Tuple.tuple("body", "banned-word"),
                        org.assertj.core.groups.Tuple.tuple("sms", "braces"));
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> owner.run(() -> texts.set(MessageText.BOOKED, Locale.ENGLISH, wording)));
    }

    @Test
    void onlyTheOwnerTouchesTextsSettingsAndTheQueue() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.call(() -> texts.text(MessageText.BOOKED, Locale.ENGLISH)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.run(() -> texts.reset(MessageText.BOOKED, Locale.ENGLISH)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.call(settings::times));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.call(messages::counts));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.call(messages::drain));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> TestActor.client(client).call(() -> messages.of(client, 5)));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        var now = owner.call(settings::times);
        assertThatExceptionOfType(UnacceptableException.class)
                .isThrownBy(() -> owner.run(() -> settings.set(new MessageSettings.Times(
                        -1, now.reminderHours(), now.quietFrom(), now.quietUntil(), 6, now.version()))));
        owner.run(() -> settings.set(now));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> owner.run(() -> settings.set(now)));
    }
}
