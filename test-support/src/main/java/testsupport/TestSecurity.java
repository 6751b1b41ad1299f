package testsupport;

import app.afterwell.domain.Actor;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;

/** Stands in a pillar's tests for what the roof gives it: method guards, the current actor and an audit trail to look at. */
@TestConfiguration(proxyBeanMethods = false)
@EnableMethodSecurity
public class TestSecurity {

    @Bean
    CurrentActor currentActor() {
        return () -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast);
    }

    @Bean
    RecordedAudit auditTrail() {
        return new RecordedAudit();
    }

    /** An audit trail that a test can read. */
    public static final class RecordedAudit implements AuditTrail {

        /** One recorded entry. */
        public record Entry(
                String action,
                String subject,
                @Nullable ClientId client,
                @Nullable String reason) {}

        private final List<Entry> entries = new CopyOnWriteArrayList<>();

        @Override
        public void record(String action, String subject, @Nullable ClientId client, @Nullable String reason) {
            entries.add(new Entry(action, subject, client, reason));
        }

        public List<Entry> entries() {
            return List.copyOf(entries);
        }
    }
}
