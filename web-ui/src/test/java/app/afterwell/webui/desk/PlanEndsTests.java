package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.plan.PlanEnds;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.api.ApiTests;
import app.afterwell.webui.shell.VisitPages;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

/** All of a plan that the desk may know. */
class PlanEndsTests extends VisitPages {

    @Autowired
    private PlanEnds ends;

    @Test
    void isKnownOnceTheNoteIsSigned() {
        assertThat(desk.call(() -> ends.of(visit))).isEmpty();
        signed();
        assertThat(desk.call(() -> ends.of(visit)))
                .hasValueSatisfying(
                        day -> assertThat(day).isAfterOrEqualTo(LocalDate.ofInstant(ApiTests.START, ZoneOffset.UTC)));
        assertThat(desk.call(() -> ends.of(AppointmentId.next()))).isEmpty();
    }

    @Test
    void isNotForClients() {
        assertThatThrownBy(() -> TestActor.client(ClientId.next()).call(() -> ends.of(visit)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
