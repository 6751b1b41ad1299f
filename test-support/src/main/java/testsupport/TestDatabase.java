package testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one place that decides on which PostgreSQL the tests run: the server named by {@code AFTERWELL_TEST_DB_URL} (with
 * {@code _USER} and {@code _PASSWORD}; the user must be allowed to create databases), otherwise a container where a
 * Docker-compatible socket answers ({@code AFTERWELL_TEST_DB_IMAGE} chooses the image), otherwise an embedded server. It
 * prints which it took. One server serves a whole test run of a module and ends with it; each application context gets a
 * new database on it.
 *
 * @param url JDBC URL of an empty database
 */
public record TestDatabase(String url, String user, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new, empty database on the chosen server. */
    public static TestDatabase create() {
        var server = Server.CHOSEN;
        var name = "aw_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (Connection admin = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = admin.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database on " + server.url(), e);
        }
        if (server.shared()) {
            atTheEnd(() -> drop(server, name));
        }
        return new TestDatabase(server.urlOf(name), server.user(), server.password());
    }

    /**
     * After the application contexts have closed. A hook of the JVM would run beside theirs, and they would wait half a
     * minute for a server that is gone.
     */
    private static void atTheEnd(Runnable action) {
        SpringApplication.getShutdownHandlers().add(action);
    }

    private static void stop(EmbeddedPostgres embedded) {
        try {
            embedded.close();
        } catch (IOException e) {
            System.err.println("the embedded PostgreSQL did not stop: " + e.getMessage());
        }
    }

    private static void drop(Server server, String name) {
        try (Connection admin = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = admin.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            System.err.println("test database " + name + " was left behind: " + e.getMessage());
        }
    }

    /** @param shared whether the server outlives the run, so that databases must be dropped */
    private record Server(String url, String user, String password, boolean shared) {

        static final Server CHOSEN = choose();

        String urlOf(String database) {
            int query = url.indexOf('?');
            var base = query < 0 ? url : url.substring(0, query);
            return base.substring(0, base.lastIndexOf('/') + 1) + database + (query < 0 ? "" : url.substring(query));
        }

        private static Server choose() {
            @Nullable String given = System.getenv("AFTERWELL_TEST_DB_URL");
            if (given != null && !given.isBlank()) {
                return announce(
                        "the given server",
                        new Server(given, env("AFTERWELL_TEST_DB_USER"), env("AFTERWELL_TEST_DB_PASSWORD"), true));
            }
            if (dockerAnswers()) {
                @Nullable String image = System.getenv("AFTERWELL_TEST_DB_IMAGE");
                @SuppressWarnings("resource") // lives as long as the run; its reaper ends it
                var container = new PostgreSQLContainer(image == null ? "postgres:18-alpine" : image);
                container.start();
                return announce(
                        "a container",
                        new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword(), false));
            }
            try {
                // Tests need not survive a power cut; a benchmark may ask for what a clinic pays for that.
                var durable = Boolean.getBoolean("afterwell.test.db.durable") ? "on" : "off";
                @SuppressWarnings("resource") // lives as long as the run
                var embedded = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", durable)
                        .setServerConfig("full_page_writes", durable)
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
                atTheEnd(() -> stop(embedded));
                return announce(
                        "an embedded server",
                        new Server(embedded.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", false));
            } catch (IOException e) {
                throw new UncheckedIOException("no embedded PostgreSQL can be started", e);
            }
        }

        private static boolean dockerAnswers() {
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } catch (RuntimeException e) {
                return false;
            }
        }

        private static String env(String name) {
            @Nullable String value = System.getenv(name);
            return value == null ? "" : value;
        }

        private static Server announce(String what, Server server) {
            try (Connection connection = DriverManager.getConnection(server.url, server.user, server.password)) {
                System.out.println("Tests run on " + what + ", PostgreSQL "
                        + connection.getMetaData().getDatabaseProductVersion());
                return server;
            } catch (SQLException e) {
                throw new IllegalStateException("the test database does not answer at " + server.url, e);
            }
        }
    }
}
