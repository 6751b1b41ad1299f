package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import testsupport.TestActor;

@CareTest
@Transactional
class ProtocolProposalsTests {

    private static final TestActor OWNER = TestActor.owner();
    private static final TestActor THERAPIST = TestActor.therapist(PractitionerId.next());

    @Autowired
    ProtocolProposals proposals;

    @Test
    void waitsUntilTheOwnerHasDealtWithIt() {
        THERAPIST.run(() -> proposals.propose(1, "moist-heat", " Say 15 minutes at most. "));

        var open = OWNER.call(proposals::open);
        assertThat(open).singleElement().satisfies(proposal -> {
            assertThat(proposal.item()).isEqualTo("moist-heat");
            assertThat(proposal.text()).isEqualTo("Say 15 minutes at most.");
            assertThat(proposal.by()).isEqualTo("Theo Therapist");
        });

        var id = open.getFirst().id();
        OWNER.run(() -> proposals.close(id));
        OWNER.run(() -> proposals.close(id));
        assertThat(THERAPIST.call(proposals::open)).isEmpty();

        OWNER.run(() -> proposals.reopen(id));
        assertThat(THERAPIST.call(proposals::open)).hasSize(1);
        assertThatThrownBy(() -> OWNER.run(() -> proposals.reopen(id)))
                .extracting("code")
                .isEqualTo("not-closed");
    }

    @Test
    void saysSomething() {
        for (var text : List.of(" ", "x".repeat(2001))) {
            assertThatThrownBy(() -> THERAPIST.run(() -> proposals.propose(1, "", text)))
                    .extracting("code")
                    .isEqualTo("invalid");
        }
    }

    @Test
    void isForTherapistsAndTheOwner() {
        for (var who : List.of(TestActor.desk(), TestActor.client(ClientId.next()))) {
            assertThatThrownBy(() -> who.run(() -> proposals.propose(1, "", "Text")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> who.run(proposals::open)).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> THERAPIST.run(() -> proposals.close(UUID.randomUUID())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> THERAPIST.run(() -> proposals.reopen(UUID.randomUUID())))
                .isInstanceOf(AccessDeniedException.class);
    }
}
