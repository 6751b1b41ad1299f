package app.afterwell.webui.shell;

import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import testsupport.TestActor;

/** The shipped protocol, tried out and approved as a clinical lead does it. */
public final class ApprovedProtocol {

    private ApprovedProtocol() {}

    public static void ensure(ProtocolDrafts drafts, Protocols protocols) {
        TestActor.clinicalLead(PractitionerId.next()).run(() -> {
            if (!protocols.inForce().approved()) {
                drafts.simulate(1, calves(), null, History.NONE);
                drafts.replay(1, 12, looked -> true);
                protocols.approve(1);
            }
        });
    }

    /** A tight left calf, half an hour. */
    public static SessionFindings calves() {
        return new SessionFindings(
                LocalDate.parse("2026-11-22"),
                30,
                List.of(new WorkedArea(
                        new BodyArea(Region.CALVES, Side.LEFT), Set.of(Finding.TIGHTNESS), Set.of(), null, null)),
                null,
                null,
                Set.of(),
                Set.of());
    }
}
