package app.afterwell.webui.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import app.afterwell.webui.api.ApiTests;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class SignInTests extends ApiTests {

    @Test
    void theApiAnswersAStrangerWithAProblemAndNoRedirect() {
        assertThat(mvc.get().uri("/api/v1/nothing"))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Afterwell\", charset=\"UTF-8\"")
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("not-signed-in");
    }

    @Test
    void anUnknownAddressBelowTheApiIsNotThere() {
        assertThat(mvc.get().uri("/api/v1/nothing").with(desk().basic()))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void healthIsForEverybody() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
    }

    @Test
    void aPageAsksAStrangerToSignIn() {
        assertThat(mvc.get().uri("/")).hasStatus(302).hasHeader(HttpHeaders.LOCATION, "/login");
    }

    @Test
    void theFormLeadsEachRoleToItsHome() throws Exception {
        var login = SecurityMockMvcRequestBuilders.formLogin()
                .userParameter("email")
                .user(desk().email())
                .password(PASSWORD);
        assertThat(mockMvc.perform(login).andReturn().getResponse().getRedirectedUrl())
                .isEqualTo("/desk");
    }

    @Test
    void whoeverGuessesWaitsAndTheOwnerOfTheAccountGetsInAfterwards() {
        var desk = desk();
        var address = remoteAddress("192.0.2.1");
        for (int i = 0; i < SignInAttempts.FREE_FOR_ACCOUNT; i++) {
            assertThat(mvc.get()
                            .uri("/api/v1/nothing")
                            .with(httpBasic(desk.email(), "wrong"))
                            .with(address))
                    .hasStatus(401);
        }
        assertThat(mvc.get().uri("/api/v1/nothing").with(desk.basic()).with(address))
                .hasStatus(429)
                .hasHeader(HttpHeaders.RETRY_AFTER, "15");
        assertThat(mvc.get().uri("/api/v1/nothing").with(desk.basic())).hasStatus(404);
        clock.advance(SignInAttempts.FIRST_WAIT);
        assertThat(mvc.get().uri("/api/v1/nothing").with(desk.basic()).with(address))
                .hasStatus(404);
    }

    private static RequestPostProcessor remoteAddress(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
