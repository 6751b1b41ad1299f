package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.webui.messages.SmtpStub.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the mail server does, a message arrives, once as far as SMTP lets one know, and only while it is true. */
class MailDeliveryTests extends PostTests {

    private SmtpStub server;
    private UUID message;

    @BeforeEach
    void aBookingThatIsToBeConfirmed() {
        server = new SmtpStub();
        mailTo(server.port());
        booked();
        message = waiting(MessageKind.APPOINTMENT).getFirst();
        clock.advance(Duration.ofMinutes(3));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aServerThatRefusesForAnHourGetsItOnceAfterwards() {
        server.be(Mood.REFUSES);
        var start = clock.instant();
        List<Duration> waits = new ArrayList<>();
        var next = dispatcher.deliver(message);
        while (next.orElseThrow().isBefore(start.plus(Duration.ofHours(1)))) {
            waits.add(Duration.between(clock.instant(), next.get()));
            clock.set(next.get());
            next = dispatcher.deliver(message);
        }
        assertThat(waits).hasSizeBetween(4, 8).isSorted();
        assertThat(waits.getLast()).isLessThanOrEqualTo(Dispatcher.LONGEST_WAIT);
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("WAITING:unreachable");

        server.be(Mood.TAKES);
        clock.set(next.get());
        assertThat(dispatcher.deliver(message)).isEmpty();
        assertThat(dispatcher.deliver(message)).isEmpty();
        assertThat(server.taken()).hasSize(1);
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENT");
    }

    @Test
    void aServerThatHangsHoldsNobodyUp() {
        server.be(Mood.HANGS);
        var next = dispatcher.deliver(message);
        assertThat(next).isPresent();
        server.be(Mood.TAKES);
        clock.set(next.get());
        assertThat(dispatcher.deliver(message)).isEmpty();
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aLineThatDropsAfterTheLetterIsTriedAgainUnderTheSameName() {
        server.be(Mood.DROPS_AFTER_DATA);
        var next = dispatcher.deliver(message);
        server.be(Mood.TAKES);
        clock.set(next.orElseThrow());
        assertThat(dispatcher.deliver(message)).isEmpty();
        assertThat(server.taken())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter).contains("Message-ID: <" + message + "@afterwell>"));
        clock.advance(Duration.ofHours(2));
        work();
        assertThat(server.taken().stream().filter(letter -> letter.contains(message.toString())))
                .hasSize(2);
    }

    @Test
    void anInstanceThatDiedWhileSendingLeavesItToTheNext() {
        sql.sql("update message set state = 'SENDING', attempts = 1 where id = :id")
                .param("id", message)
                .update();
        assertThat(dispatcher.deliver(message)).isEmpty();
        assertThat(server.taken()).hasSize(1);
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENT");
    }

    @Test
    void anAddressThatNobodyKnowsIsNotTriedAgain() {
        server.be(Mood.KNOWS_NOBODY);
        assertThat(dispatcher.deliver(message)).isEmpty();
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("FAILED:refused");
        assertThat(desk.call(() -> messages.of(client, 10)))
                .singleElement()
                .satisfies(shown -> assertThat(shown.line().detail()).contains("no such user"));
    }

    @Test
    void whatIsNoLongerTrueIsNotSentWhenTheServerIsBack() {
        server.be(Mood.REFUSES);
        var next = dispatcher.deliver(message);
        desk.run(() -> calendar.cancel(visit, "The client rang"));
        server.be(Mood.TAKES);
        clock.set(next.orElseThrow());
        work();
        assertThat(server.taken()).isEmpty();
        assertThat(sql.sql("select state || ':' || problem from message where id = :id")
                        .param("id", message)
                        .query(String.class)
                        .single())
                .isEqualTo("DROPPED:nothing-new");
    }

    @Test
    void itIsGivenUpAfterThreeDaysAndCanBeDrainedByHand() {
        appointmentFarAhead();
        server.be(Mood.REFUSES);
        var next = dispatcher.deliver(message);
        while (next.isPresent()) {
            clock.set(next.get());
            next = dispatcher.deliver(message);
        }
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("FAILED:given-up");
        assertThat(Duration.between(written(), clock.instant()))
                .isBetween(Dispatcher.GIVEN_UP, Dispatcher.GIVEN_UP.plus(Dispatcher.LONGEST_WAIT));

        server.be(Mood.TAKES);
        var owner = testsupport.TestActor.owner();
        assertThat(owner.call(messages::drain)).isPositive();
        Instant now = clock.instant();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            clock.set(now);
            work();
            return server.taken().stream().anyMatch(letter -> letter.contains(message.toString()));
        });
    }

    private Instant written() {
        return sql.sql("select created_at from message where id = :id")
                .param("id", message)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    /** The visit of five days is still to come after three. */
    private void appointmentFarAhead() {
        assertThat(VISIT).isAfter(clock.instant().plus(Dispatcher.GIVEN_UP));
    }
}
