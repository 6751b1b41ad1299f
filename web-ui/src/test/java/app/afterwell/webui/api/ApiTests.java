package app.afterwell.webui.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import app.afterwell.webui.security.Accounts;
import app.afterwell.webui.security.NewAccount;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import testsupport.MutableClock;
import testsupport.RealDatabase;
import testsupport.TestActor;

/**
 * What tests of the whole application share: one context on one real database and one clock, so no test may
 * count on an empty table. Extend it, and make your own people: {@code var desk = desk(); mvc.get().with(desk.basic())}.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Import({RealDatabase.class, ApiTests.Time.class})
public abstract class ApiTests {

    /** When every test begins: a Sunday afternoon. */
    public static final Instant START = Instant.parse("2026-11-22T15:00:00Z");

    protected static final String PASSWORD = "a few words, please";

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected MockMvc mockMvc;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected Accounts accounts;

    @BeforeEach
    final void standAtTheStart() {
        clock.set(START);
    }

    protected final Person desk() {
        return person(Set.of(Role.DESK), false, null, Set.of());
    }

    protected final Person owner() {
        return person(Set.of(Role.OWNER), false, null, Set.of());
    }

    protected final Person therapist(PractitionerId practitioner) {
        return person(Set.of(Role.THERAPIST), false, practitioner, Set.of());
    }

    protected final Person clinicalLead(PractitionerId practitioner) {
        return person(Set.of(Role.THERAPIST), true, practitioner, Set.of());
    }

    protected final Person client(ClientId client) {
        return person(Set.of(Role.CLIENT), false, null, Set.of(client));
    }

    private Person person(Set<Role> roles, boolean lead, @Nullable PractitionerId practitioner, Set<ClientId> clients) {
        var email = UUID.randomUUID() + "@example.com";
        var name = "Test " + roles.iterator().next();
        var id = TestActor.owner()
                .call(() -> accounts.create(new NewAccount(email, name, PASSWORD, roles, lead, practitioner, clients)));
        return new Person(email, new TestActor(id, name, roles, lead, practitioner, clients));
    }

    /** Somebody with a real account: for requests by {@link #basic()}, for service calls by {@link #actor()}. */
    public record Person(String email, TestActor actor) {

        public UserId id() {
            return actor.userId();
        }

        public RequestPostProcessor basic() {
            return httpBasic(email, PASSWORD);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Time {

        @Bean
        @Primary
        MutableClock testClock() {
            return new MutableClock(START);
        }
    }
}
