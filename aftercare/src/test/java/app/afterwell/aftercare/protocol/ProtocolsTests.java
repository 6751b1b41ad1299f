package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.engine.History;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.PractitionerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.transaction.annotation.Transactional;
import testsupport.TestActor;

@CareTest
@Transactional
class ProtocolsTests {

    private static final TestActor LEAD = TestActor.clinicalLead(PractitionerId.next());

    @Autowired
    private Protocols protocols;

    @Autowired
    private ProtocolDrafts drafts;

    @Autowired
    private JdbcClient jdbc;

    /** The shared clinic has approved its protocol; here it is as on the first start. Rolled back after each test. */
    @BeforeEach
    void asShipped() {
        jdbc.sql(
                        "update protocol_version set status = 'DRAFT', approved_by = null, approved_by_name = null, approved_at = null")
                .update();
    }

    @Test
    void startsWithTheShippedVersionAsADraftThatOffersTheSafeFour() {
        var inForce = protocols.inForce();

        assertThat(inForce.version()).isEqualTo(1);
        assertThat(inForce.approved()).isFalse();
        assertThat(protocols.version(1)).isSameAs(inForce);
        assertThat(TestActor.desk().call(protocols::inForceInfo).status()).isEqualTo(ProtocolStatus.DRAFT);
    }

    @Test
    void isInForceOnceAClinicalLeadHasApprovedIt() {
        LEAD.run(() -> {
            drafts.simulate(1, Clinic.hamstrings(3).session(), null, History.NONE);
            drafts.replay(1, 1, looked -> true);
        });
        var info = LEAD.call(() -> protocols.approve(1));

        assertThat(info.status()).isEqualTo(ProtocolStatus.IN_FORCE);
        assertThat(info.approvedBy()).isEqualTo("Lea Lead");
        assertThat(protocols.inForce().approved()).isTrue();
        assertThatThrownBy(() -> LEAD.call(() -> protocols.approve(1)))
                .isInstanceOf(ConflictException.class)
                .extracting("code")
                .isEqualTo("not-a-draft");
    }

    @Test
    void isNotApprovedBySomebodyWhoIsNoClinicalLead() {
        assertThatThrownBy(() -> TestActor.owner().call(() -> protocols.approve(1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestActor.therapist(PractitionerId.next()).call(() -> protocols.approve(1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void isListedForStaffOnly() {
        assertThat(TestActor.owner().call(protocols::all)).hasSize(1);
        assertThatThrownBy(() ->
                        TestActor.client(app.afterwell.domain.ClientId.next()).call(protocols::all))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> protocols.inForceInfo())
                .isInstanceOfAny(AuthenticationCredentialsNotFoundException.class, AccessDeniedException.class);
    }

    @Test
    void doesNotKnowAVersionThatIsNotThere() {
        assertThatThrownBy(() -> protocols.version(7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
    }
}
