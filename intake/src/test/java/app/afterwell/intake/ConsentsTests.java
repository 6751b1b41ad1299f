package app.afterwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.afterwell.domain.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

class ConsentsTests extends IntakeTests {

    @Autowired
    Consents consents;

    @Test
    void aConsentIsKeptAfterItWasWithdrawn() {
        var client = someClient();
        var me = TestActor.client(client);
        me.run(() -> consents.give(client, ConsentKind.TREATMENT, 1));
        me.run(() -> consents.give(client, ConsentKind.TREATMENT, 1));
        me.run(() -> consents.withdraw(client, ConsentKind.TREATMENT));
        me.run(() -> consents.withdraw(client, ConsentKind.TREATMENT));
        assertThat(me.call(() -> consents.of(client)))
                .singleElement()
                .satisfies(it -> assertThat(it.inForce()).isFalse());
    }

    @Test
    void aNewTextIsAgreedToAnew() {
        var client = someClient();
        TestActor.desk().run(() -> consents.give(client, ConsentKind.HEALTH_DATA, 1));
        TestActor.desk().run(() -> consents.give(client, ConsentKind.HEALTH_DATA, 2));
        assertThat(TestActor.client(client).call(() -> consents.of(client)))
                .filteredOn(ConsentView::inForce)
                .extracting(ConsentView::textVersion)
                .containsExactly(2);
    }

    @Test
    void nobodyAgreesForSomebodyElse() {
        var client = someClient();
        var other = TestActor.client(someClient());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> other.run(() -> consents.give(client, ConsentKind.MESSAGES, 1)));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> other.run(() -> consents.withdraw(client, ConsentKind.MESSAGES)));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> other.run(() -> consents.of(client)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> TestActor.owner().run(() -> consents.of(client)));
    }
}
