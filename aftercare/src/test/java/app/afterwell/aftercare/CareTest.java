package app.afterwell.aftercare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import testsupport.CountedStatements;
import testsupport.RealDatabase;
import testsupport.TestSecurity;

/** A test of aftercare on a real database; all share one context. Jobs run only when a test runs them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "db-scheduler.polling-interval=1h",
            "db-scheduler.delay-startup-until-context-ready=true",
            "db-scheduler.shutdown-max-wait=1s",
            "spring.datasource.hikari.connection-timeout=5000"
        })
@Import({RealDatabase.class, TestSecurity.class, CountedStatements.class, Clinic.class})
public @interface CareTest {}
