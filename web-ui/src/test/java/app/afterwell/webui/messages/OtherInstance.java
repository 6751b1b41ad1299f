package app.afterwell.webui.messages;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Another instance, as far as one job goes: it takes the job up, has it half done and then stays where it is until it is
 * killed. Run as a process of its own.
 */
final class OtherInstance {

    /** Kept open: what was done in it is undone when the process dies. */
    private static @Nullable Connection halfDone;

    private OtherInstance() {}

    /** @param arguments address, user and password of the database, what time it is, and the name of the job */
    public static void main(String[] arguments) throws InterruptedException {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        var out = new PrintStream(System.out, true);
        var now = Instant.parse(arguments[3]);
        var name = arguments[4];
        var job = Tasks.custom(name, Void.class).execute((instance, context) -> {
            begin(database, name, instance.getId(), now);
            out.println("began " + instance.getId());
            forever();
            throw new IllegalStateException();
        });
        var scheduler = Scheduler.create(database, job)
                .threads(1)
                // It knows one job; the others are not forgotten because of that.
                .deleteUnresolvedAfter(Duration.ofDays(36_500))
                .pollingInterval(Duration.ofMillis(200))
                .heartbeatInterval(Duration.ofSeconds(1))
                .schedulerName(() -> "the one that dies")
                .clock(() -> now)
                .build();
        scheduler.start();
        forever();
    }

    private static void begin(PGSimpleDataSource database, String job, String instance, Instant now) {
        try {
            switch (job) {
                case "message-send" -> beginSending(database, UUID.fromString(instance));
                case "check-ins-due" -> beginAsking(database, now);
                case "check-in-silence" -> beginGivingUp(database, UUID.fromString(instance));
                default -> throw new IllegalArgumentException(job);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The message is marked, and being handed over. */
    private static void beginSending(PGSimpleDataSource database, UUID message) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update message set state = 'SENDING', attempts = 1 where id = ?")) {
            update.setObject(1, message);
            update.executeUpdate();
        }
    }

    /** All that is due is marked as asked, in a transaction that never ends. */
    private static void beginAsking(PGSimpleDataSource database, Instant now) throws SQLException {
        var connection = open(database);
        try (var update = connection.prepareStatement("""
            update check_in set status = 'ASKED', asked_at = ?, version = version + 1
            where status = 'PLANNED' and due_at <= ?
            """)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setTimestamp(2, Timestamp.from(now));
            update.executeUpdate();
        }
    }

    /** The silence is noted, in a transaction that never ends. */
    private static void beginGivingUp(PGSimpleDataSource database, UUID plan) throws SQLException {
        var connection = open(database);
        try (var update = connection.prepareStatement("""
            update check_in set status = 'UNKNOWN', version = version + 1 where plan_id = ? and status = 'ASKED'
            """)) {
            update.setObject(1, plan);
            update.executeUpdate();
        }
    }

    private static Connection open(PGSimpleDataSource database) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        halfDone = connection;
        return connection;
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
