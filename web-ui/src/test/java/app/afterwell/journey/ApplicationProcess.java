package app.afterwell.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The built application as a process of its own, on a data folder of its own, to be killed and started again. It keeps
 * its port, so that a browser finds it again.
 *
 * <p>It runs what {@code mvn package} made, {@code target/web-ui-*-app.jar}; {@code -Dafterwell.jar=FILE} names another.
 */
final class ApplicationProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LOOKS_EVERY_MILLIS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path data;
    private final List<String> arguments;
    private final int port;
    private @Nullable Process process;

    /**
     * Starts it and waits until it says that it is up.
     *
     * @param data its folder; what is in there from before is taken up
     * @param arguments such as {@code --afterwell.demo=true}
     */
    ApplicationProcess(Path data, String... arguments) {
        this.data = data;
        this.arguments = List.of(arguments);
        this.port = freePort();
        start();
    }

    /** Where it listens, without a slash at the end. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Where its database keeps its password and the unpacked server. */
    Path data() {
        return data;
    }

    /** Starts it again after it was killed or stopped, on the same folder and port, and waits until it is up. */
    void start() {
        launch();
        awaitUp();
    }

    /** Starts it without waiting. */
    void launch() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                // It lives for minutes at most and shares two cores with a browser: to be up soon is all that counts.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--afterwell.data=" + data.toAbsolutePath()));
        command.addAll(arguments);
        try {
            Files.createDirectories(data);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("output.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers that it is up. */
    void awaitUp() {
        var health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (long tries = PATIENCE.toMillis() / LOOKS_EVERY_MILLIS; tries > 0; tries--) {
            if (isUp(health)) {
                return;
            }
            if (hasEndedAfter(LOOKS_EVERY_MILLIS)) {
                break;
            }
        }
        throw new IllegalStateException("it did not come up; see " + data.resolve("output.log"));
    }

    /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly();
            awaitEnd(running);
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.destroy();
            awaitEnd(running);
        }
        http.close();
    }

    private static void awaitEnd(Process running) {
        try {
            if (!running.waitFor(1, TimeUnit.MINUTES)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isUp(HttpRequest health) {
        try {
            return http.send(health, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean hasEndedAfter(int millis) {
        try {
            var running = process;
            return running == null || running.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path jar() {
        var named = System.getProperty("afterwell.jar");
        if (named != null) {
            return Path.of(named);
        }
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("web-ui-.*-app\\.jar"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IllegalStateException("no application in target; run mvn package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
