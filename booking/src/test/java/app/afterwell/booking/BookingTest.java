package app.afterwell.booking;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.EnableScenarios;
import testsupport.RealDatabase;
import testsupport.TestSecurity;

/** A test of this pillar on a real database; all of them share one context. */
@Target(TYPE)
@Retention(RUNTIME)
@SpringBootTest(properties = "spring.datasource.hikari.maximum-pool-size=60")
@EnableScenarios
@Import({RealDatabase.class, TestSecurity.class, KnownClients.class, Clinic.class})
@interface BookingTest {}
