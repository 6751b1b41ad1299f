package app.afterwell.webui.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.lock.ScreenLockRule;
import app.afterwell.webui.shell.PageTests;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

/** The owner says when screens lock. */
class LockTimeTests extends PageTests {

    @Autowired
    private ScreenLockRule rule;

    @AfterEach
    void asInstalled() {
        TestActor.owner().run(() -> rule.set(Duration.ofMinutes(10)));
    }

    @Test
    @SuppressWarnings("unchecked")
    void theOwnerChoosesOnThePageOfSettings() {
        signIn(TestActor.owner());
        UI.getCurrent().navigate("admin/settings");
        Select<Integer> select = find(Select.class).single();
        select.setValue(5);
        assertThat(rule.after()).isEqualTo(Duration.ofMinutes(5));
        select.setValue(0);
        assertThat(rule.after()).isZero();
    }

    @Test
    void thePageIsTheOwnersAlone() {
        for (var other : List.of(TestActor.desk(), TestActor.therapist(PractitionerId.next()))) {
            signIn(other);
            UI.getCurrent().navigate("admin/settings");
            assertThat(find(SettingsView.class).all()).isEmpty();
        }
    }

    @Test
    void nobodyElseDoesAndNotForDays() {
        assertThatThrownBy(() -> TestActor.desk().run(() -> rule.set(Duration.ZERO)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestActor.desk().call(rule::after)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestActor.owner().run(() -> rule.set(Duration.ofDays(1))))
                .isInstanceOf(UnacceptableException.class);
        assertThatThrownBy(() -> TestActor.owner().run(() -> rule.set(Duration.ofMinutes(-1))))
                .isInstanceOf(UnacceptableException.class);
    }
}
