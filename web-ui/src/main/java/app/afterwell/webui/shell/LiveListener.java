package app.afterwell.webui.shell;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens to the database on a connection of its own, which never comes from the pool, and hands what it hears to
 * {@link LiveUpdates}. A lost connection is taken up again, waiting longer each time.
 */
@Component
class LiveListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int HEARTBEAT_MILLIS = 20_000;

    private final DataSource dataSource;
    private final LiveUpdates updates;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection current;

    LiveListener(DataSource dataSource, LiveUpdates updates) {
        this.dataSource = dataSource;
        this.updates = updates;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        var listener = Thread.ofPlatform().daemon().name("live-updates").unstarted(this::listenUntilStopped);
        thread = listener;
        listener.start();
    }

    @Override
    public void stop() {
        thread = null;
        stopped.countDown();
        close(current);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void listenUntilStopped() {
        var wait = SHORTEST_WAIT;
        boolean again = false;
        while (isRunning()) {
            try (var connection = connect()) {
                current = connection;
                wait = SHORTEST_WAIT;
                if (again) {
                    updates.deliverAll();
                }
                listen(connection);
            } catch (SQLException e) {
                again = true;
                if (isRunning()) {
                    LOG.warn("Live updates pause: {}", e.getMessage());
                }
            }
            wait = pause(wait);
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + LiveUpdates.CHANNEL);
        }
        var notifications = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification @Nullable [] heard = notifications.getNotifications(HEARTBEAT_MILLIS);
            if (heard != null && heard.length > 0) {
                updates.deliver(
                        Arrays.stream(heard).map(PGNotification::getParameter).toList());
            } else if (!connection.isValid(5)) {
                throw new SQLException("the database no longer answers");
            }
        }
    }

    private Connection connect() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        var properties = new Properties();
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("ApplicationName", "afterwell live updates");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    private Duration pause(Duration wait) {
        if (!isRunning()) {
            return wait;
        }
        try {
            stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
        var longer = wait.multipliedBy(2);
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    private static void close(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The listening connection was gone already", e);
        }
    }
}
