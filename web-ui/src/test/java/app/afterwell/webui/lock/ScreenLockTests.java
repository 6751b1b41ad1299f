package app.afterwell.webui.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.afterwell.domain.ClientId;
import app.afterwell.webui.api.ApiTests;
import jakarta.servlet.ServletException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ScreenLockTests extends ApiTests {

    /** The request went on to Vaadin's servlet. */
    private static final int PASSED = 0;

    private MockHttpSession session;

    @BeforeEach
    void aDeskSignsIn() throws Exception {
        session = signIn(desk().email());
    }

    @Test
    void aLockedSessionIsAnsweredNothingButTheLock() throws Exception {
        assertThat(send(post("/lock")).getStatus()).isEqualTo(204);

        assertThat(page()).isEqualTo(423);
        var page = send(get("/clients?q=ruth"));
        assertThat(page.getStatus()).isEqualTo(302);
        assertThat(page.getRedirectedUrl()).isEqualTo("/lock?to=%2Fclients%3Fq%3Druth");
        assertThat(send(get("/VAADIN/dynamic/resource/0/x")).getStatus()).isEqualTo(302);
        assertThat(send(post("/lock/use")).getStatus()).isEqualTo(423);
        assertThat(send(get("/lock")).getContentAsString()).contains("Locked");
        assertThat(page("heartbeat")).isEqualTo(PASSED);
    }

    @Test
    void onlyThePasswordOpensIt() throws Exception {
        send(post("/lock"));
        assertThat(send(post("/lock/open").param("password", "guess")).getStatus())
                .isEqualTo(403);
        assertThat(page()).isEqualTo(423);
        assertThat(send(post("/lock/open").param("password", PASSWORD)).getStatus())
                .isEqualTo(204);
        assertThat(page()).isEqualTo(PASSED);
    }

    @Test
    void whoeverGuessesHasToWait() throws Exception {
        send(post("/lock"));
        for (int i = 0; i < 5; i++) {
            send(post("/lock/open").param("password", "guess" + i));
        }
        assertThat(send(post("/lock/open").param("password", PASSWORD)).getStatus())
                .isEqualTo(429);
    }

    @Test
    void thePageWithoutScriptOpensItTooAndLeadsBackToThisHouseOnly() throws Exception {
        send(post("/lock"));
        var wrong = send(post("/lock/page").param("password", "guess").param("to", "/clients"));
        assertThat(wrong.getStatus()).isEqualTo(403);
        assertThat(wrong.getContentAsString()).contains("not your password");
        assertThat(send(post("/lock/page").param("password", PASSWORD).param("to", "/clients"))
                        .getRedirectedUrl())
                .isEqualTo("/clients");
        send(post("/lock"));
        assertThat(send(post("/lock/page").param("password", PASSWORD).param("to", "//elsewhere.example"))
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void itLocksByItselfWhereNoBrowserHasSaidSo() throws Exception {
        page();
        clock.advance(Duration.ofMinutes(9));
        assertThat(send(post("/lock/use")).getStatus()).isEqualTo(204);
        clock.advance(Duration.ofMinutes(9));
        assertThat(page()).isEqualTo(PASSED);
        clock.advance(Duration.ofMinutes(12));
        assertThat(page()).isEqualTo(423);
    }

    @Test
    void aClientsPhoneNeverLocks() throws Exception {
        session = signIn(client(ClientId.next()).email());
        send(post("/lock"));
        assertThat(page()).isEqualTo(PASSED);
        clock.advance(Duration.ofHours(2));
        assertThat(page()).isEqualTo(PASSED);
    }

    @Test
    void aStrangerLocksNobody() throws Exception {
        assertThat(mockMvc.perform(post("/lock")).andReturn().getResponse().getStatus())
                .isIn(302, 401, 403);
    }

    /** What an open page is answered. */
    private int page() throws Exception {
        return page("uidl");
    }

    private int page(String what) throws Exception {
        try {
            return send(post("/").param("v-r", what)).getStatus();
        } catch (ServletException vaadinIsNotInThisTest) {
            return PASSED;
        }
    }

    private MockHttpSession signIn(String email) throws Exception {
        var session = new MockHttpSession();
        var result = mockMvc.perform(
                        post("/login").session(session).param("email", email).param("password", PASSWORD))
                .andReturn();
        return (MockHttpSession) result.getRequest().getSession();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mockMvc.perform(request.session(session)).andReturn().getResponse();
    }
}
