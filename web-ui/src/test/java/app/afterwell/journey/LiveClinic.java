package app.afterwell.journey;

import app.afterwell.AfterwellApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import testsupport.MutableClock;
import testsupport.RealDatabase;

/** The whole application with the demo clinic on a database of its own, at a morning that a test can move on from. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = AfterwellApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "afterwell.demo=true",
            "server.address=127.0.0.1",
            // Tests move the clock on by hours.
            "afterwell.screen-lock.after=0s"
        })
@Import({RealDatabase.class, LiveClinic.Time.class})
@interface LiveClinic {

    /** A Tuesday in Dublin, ten to eleven, before the clocks of the two houses change again. */
    Instant MORNING = Instant.parse("2026-11-24T10:50:00Z");

    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        @Bean
        @Primary
        MutableClock time() {
            return new MutableClock(MORNING);
        }
    }
}
