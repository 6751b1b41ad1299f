package app.afterwell.webui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.api.ApiTests;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import testsupport.TestActor;

class CheckInAccessTests extends ApiTests {

    @Test
    void aLinkIsOpenToWhoeverHoldsItAndAWrongOneSaysOnlyThatItIsClosed() {
        assertThat(mvc.get().uri("/check-in/not-a-token"))
                .hasStatus(404)
                .bodyText()
                .contains("This question is closed");
        assertThat(mvc.post().uri("/check-in/not-a-token").param("pain", "3"))
                .as("no token against forgery is asked where the address itself is the secret")
                .hasStatus(404);
    }

    @Test
    void theSignedInPageAsksForASignIn() {
        assertThat(mvc.get().uri("/portal/check-in")).hasStatus3xxRedirection();
    }

    @Test
    void theSignedInPageIsOnlyForClients() {
        assertThat(mvc.get().uri("/portal/check-in").with(as(TestActor.desk(), "ROLE_DESK")))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/portal/check-in")
                        .param("pain", "3")
                        .with(csrf())
                        .with(as(TestActor.therapist(PractitionerId.next()), "ROLE_THERAPIST")))
                .hasStatus(403);
    }

    @Test
    void anAnswerSignedInNeedsTheFormThatWeSent() {
        assertThat(mvc.post()
                        .uri("/portal/check-in")
                        .param("pain", "3")
                        .with(as(TestActor.client(ClientId.next()), "ROLE_CLIENT")))
                .hasStatus(403);
    }

    private static RequestPostProcessor as(TestActor actor, String role) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList(role)));
    }
}
