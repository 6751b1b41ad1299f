package testsupport;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives an application context a database of its own; import it into every test that needs one. */
@TestConfiguration(proxyBeanMethods = false)
public class RealDatabase {

    @Bean
    JdbcConnectionDetails testDatabase() {
        var database = TestDatabase.create();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
