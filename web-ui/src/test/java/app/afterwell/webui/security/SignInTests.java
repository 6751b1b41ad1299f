package app.afterwell.webui.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.api.ApiTests;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class SignInTests extends ApiTests {

    private static final String NOTHING = "/api/v1/nothing";

    @Test
    void theApiAnswersAStrangerWithAProblemAndNoRedirect() {
        assertThat(mvc.get().uri(NOTHING))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Afterwell\", charset=\"UTF-8\"")
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("not-signed-in");
    }

    @Test
    void theApiKeepsNoSession() {
        var answer = mvc.get().uri(NOTHING).with(desk().basic()).exchange();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void anUnknownAddressBelowTheApiIsNotThere() {
        assertThat(mvc.get().uri(NOTHING).with(desk().basic()))
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
    void nobodyFramesAPageOrRunsAScriptFromElsewhere() {
        var headers = mvc.get().uri("/").exchange().getResponse();
        assertThat(headers.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(headers.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void theFormLeadsEachRoleToItsHome() throws Exception {
        var homes = Map.of(
                desk(), "/desk",
                therapist(PractitionerId.next()), "/day",
                client(ClientId.next()), "/portal",
                owner(), "/admin/reports");
        for (var home : homes.entrySet()) {
            assertThat(form(home.getKey().email(), PASSWORD, null).getRedirectedUrl())
                    .isEqualTo(home.getValue());
        }
    }

    @Test
    void anAddressIsTheSameHoweverItIsTyped() throws Exception {
        var desk = desk();
        assertThat(form(" " + desk.email().toUpperCase(Locale.ROOT), PASSWORD, null)
                        .getRedirectedUrl())
                .isEqualTo("/desk");
    }

    @Test
    void thePageThatWasAskedForComesAfterSigningIn() throws Exception {
        var session = new MockHttpSession();
        mockMvc.perform(get("/desk").session(session));
        assertThat(form(desk().email(), PASSWORD, session).getRedirectedUrl()).contains("/desk");
        var other = new MockHttpSession();
        mockMvc.perform(get("/clients").session(other));
        assertThat(form(desk().email(), PASSWORD, other).getRedirectedUrl()).contains("/clients");
    }

    @Test
    void aFailedFormComesBackWithWhatWasTyped() throws Exception {
        var session = new MockHttpSession();
        var answer = mockMvc.perform(post("/login")
                        .param("email", "nobody@example.com")
                        .param("password", "wrong")
                        .with(from("192.0.2.20"))
                        .session(session))
                .andReturn()
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?error");
        assertThat(SignInFailure.take(session)).hasValueSatisfying(refusal -> {
            assertThat(refusal.email()).isEqualTo("nobody@example.com");
            assertThat(refusal.message()).isEqualTo(SignInFailure.Message.NO_MATCH);
        });
        assertThat(SignInFailure.take(session)).isEmpty();
    }

    @Test
    void whoeverGuessesWaitsAndTheOwnerOfTheAccountGetsInAfterwards() {
        var desk = desk();
        var guesser = from("192.0.2.1");
        for (int i = 0; i < SignInAttempts.FREE_FOR_ACCOUNT; i++) {
            assertThat(mvc.get()
                            .uri(NOTHING)
                            .with(httpBasic(desk.email(), "wrong"))
                            .with(guesser))
                    .hasStatus(401);
        }
        assertThat(mvc.get().uri(NOTHING).with(desk.basic()).with(guesser))
                .hasStatus(429)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.RETRY_AFTER, "15");
        assertThat(mvc.get().uri(NOTHING).with(desk.basic())).hasStatus(404);
        clock.advance(SignInAttempts.FIRST_WAIT);
        assertThat(mvc.get().uri(NOTHING).with(desk.basic()).with(guesser)).hasStatus(404);
    }

    @Test
    void anAddressThatNobodyHasIsSlowedDownTheSame() {
        var guesser = from("192.0.2.2");
        for (int i = 0; i < SignInAttempts.FREE_FOR_ACCOUNT; i++) {
            assertThat(mvc.get()
                            .uri(NOTHING)
                            .with(httpBasic("nobody@example.com", "wrong"))
                            .with(guesser))
                    .hasStatus(401);
        }
        assertThat(mvc.get()
                        .uri(NOTHING)
                        .with(httpBasic("nobody@example.com", "wrong"))
                        .with(guesser))
                .hasStatus(429);
    }

    @Test
    void aNewPasswordCountsAtOnce() {
        var desk = desk();
        assertThat(mvc.get().uri(NOTHING).with(desk.basic())).hasStatus(404);
        desk.actor().run(() -> accounts.changePassword(PASSWORD, "another few words"));
        assertThat(mvc.get().uri(NOTHING).with(desk.basic()).with(from("192.0.2.3")))
                .hasStatus(401);
        assertThat(mvc.get().uri(NOTHING).with(httpBasic(desk.email(), "another few words")))
                .hasStatus(404);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndTheirSessionSoon() throws Exception {
        var desk = desk();
        var session = new MockHttpSession();
        form(desk.email(), PASSWORD, session);
        lookAround(session);
        assertThat(session.isInvalid()).isFalse();
        owner().actor().run(() -> accounts.disable(desk.id()));
        assertThat(mvc.get().uri(NOTHING).with(desk.basic()).with(from("192.0.2.4")))
                .hasStatus(401);
        clock.advance(AccountStillThere.LOOKS_EVERY);
        lookAround(session);
        assertThat(session.isInvalid()).isTrue();
    }

    private void lookAround(MockHttpSession session) throws Exception {
        mockMvc.perform(get("/actuator/health").session(session));
    }

    private MockHttpServletResponse form(String email, String password, @Nullable MockHttpSession session)
            throws Exception {
        return mockMvc.perform(post("/login")
                        .param("email", email)
                        .param("password", password)
                        .session(Objects.requireNonNullElseGet(session, MockHttpSession::new)))
                .andReturn()
                .getResponse();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
