package app.afterwell.webui.messages;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Another instance, as far as the jobs of messages go: it takes one up, has it half done and then stays where it is until
 * it is killed. Run as a process of its own.
 */
final class OtherInstance {

    private OtherInstance() {}

    /** @param arguments address, user and password of the database, and what time it is */
    public static void main(String[] arguments) throws InterruptedException {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        var out = new PrintStream(System.out, true);
        var now = Instant.parse(arguments[3]);
        var send = Tasks.custom(MessageJobs.SEND).execute((instance, context) -> {
            begin(database, UUID.fromString(instance.getId()));
            out.println("sending " + instance.getId());
            forever();
            throw new IllegalStateException();
        });
        var scheduler = Scheduler.create(database, send)
                .threads(1)
                .pollingInterval(Duration.ofMillis(200))
                .heartbeatInterval(Duration.ofSeconds(1))
                .schedulerName(() -> "the one that dies")
                .clock(() -> now)
                .build();
        scheduler.start();
        forever();
    }

    private static void begin(PGSimpleDataSource database, UUID message) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update message set state = 'SENDING', attempts = 1 where id = ?")) {
            update.setObject(1, message);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
