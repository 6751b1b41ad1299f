package app.afterwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.QuestionsDeclined;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import testsupport.TestActor;

@RecordApplicationEvents
class ContactPreferencesTests extends IntakeTests {

    @Autowired
    ContactPreferences preferences;

    @Autowired
    PreferenceBook book;

    @Autowired
    Consents consents;

    @Autowired
    Clients people;

    @Autowired
    ApplicationEvents events;

    private ClientId client;
    private TestActor self;

    @BeforeEach
    void somebody() {
        client = TestActor.desk()
                .call(() -> people.add(new ClientDetails(
                        "Ines Pereira", "ines@example.test", null, null, null, ZoneId.of("Europe/Lisbon"), Locale.UK)));
        self = TestActor.client(client);
    }

    @Test
    void whoeverSaidNothingGetsTheUsual() {
        var usual = self.call(() -> preferences.of(client));
        assertThat(usual.way(Topic.REMINDERS)).isEqualTo(Way.EMAIL);
        assertThat(usual.way(Topic.CARE_PLAN)).as("only if wanted").isEqualTo(Way.OFF);
        assertThat(usual.careTime()).isEqualTo(ContactChoices.USUAL_CARE);
    }

    @Test
    void whatIsChosenCountsButAppointmentsCannotBeTurnedOff() {
        var chosen = self.call(() -> preferences.choose(
                client,
                new ContactChoices(
                        Map.of(
                                Topic.APPOINTMENTS, Way.OFF,
                                Topic.REMINDERS, Way.SMS,
                                Topic.CARE_PLAN, Way.EMAIL),
                        LocalTime.of(7, 30))));
        assertThat(chosen.way(Topic.APPOINTMENTS)).isEqualTo(Way.EMAIL);
        assertThat(chosen.way(Topic.REMINDERS)).isEqualTo(Way.SMS);
        assertThat(chosen.careTime()).isEqualTo(LocalTime.of(7, 30));
        assertThat(events.stream(ContactChoicesChanged.class)).containsExactly(new ContactChoicesChanged(client));
    }

    @Test
    void aLinkStopsOneTopicAndTheQuestionsAreDeclinedOnce() {
        book.stop(client, Topic.CHECK_INS);
        book.stop(client, Topic.CHECK_INS);
        assertThat(book.declinesQuestions(client)).isTrue();
        assertThat(book.of(client).way(Topic.REMINDERS)).isEqualTo(Way.EMAIL);
        assertThat(events.stream(QuestionsDeclined.class)).containsExactly(new QuestionsDeclined(client));
    }

    @Test
    void aWithdrawnConsentLeavesOnlyWhatIsNecessary() {
        self.run(() -> consents.give(client, ConsentKind.MESSAGES, 1));
        assertThat(book.of(client).way(Topic.REMINDERS)).isEqualTo(Way.EMAIL);
        self.run(() -> consents.withdraw(client, ConsentKind.MESSAGES));
        assertThat(book.of(client).way(Topic.REMINDERS)).isEqualTo(Way.OFF);
        assertThat(book.of(client).way(Topic.APPOINTMENTS)).isEqualTo(Way.EMAIL);
        self.run(() -> consents.give(client, ConsentKind.MESSAGES, 2));
        assertThat(book.of(client).way(Topic.REMINDERS)).isEqualTo(Way.EMAIL);
    }

    @Test
    void nobodyChoosesForSomebodyElse() {
        var stranger = TestActor.client(ClientId.next());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> stranger.call(() -> preferences.of(client)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        TestActor.owner().call(() -> preferences.choose(client, new ContactChoices(Map.of(), null))));
    }
}
