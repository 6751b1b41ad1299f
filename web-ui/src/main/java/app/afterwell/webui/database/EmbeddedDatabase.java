package app.afterwell.webui.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL that starts with the application and stops after its connection pool: on the loopback address, at a port
 * that was free, with a password of its own. If an earlier application died and left its server running on the same
 * folder, that server is stopped first; PostgreSQL recovers what was committed.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String USER = "afterwell";
    private static final String DATABASE = "afterwell";
    private static final int TRIES = 3;

    private final DataFolder folder;
    private final Path binaries;
    private final Path cluster;
    private final List<String> asAnotherUser;
    private final String password;
    private int port;

    /** @param durable whether each commit waits until it is on the disk; a demo need not */
    @SuppressWarnings("this-escape")
    EmbeddedDatabase(Path dataFolder, boolean durable) {
        this.folder = DataFolder.take(dataFolder);
        try {
            this.binaries = PostgresBinaries.unpack(folder.path("server"));
            this.cluster = folder.path("postgres");
            this.password = folder.password();
            this.asAnotherUser = root() ? userNamespace() : List.of();
            if (Files.notExists(cluster)) {
                create();
            }
            stopLeftover();
            start(durable);
            createDatabaseOrStop();
        } catch (IOException e) {
            closeFolder();
            throw new DatabaseStartException(
                    "PostgreSQL could not be started in " + dataFolder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closeFolder();
            throw e;
        }
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes the cluster beside its place and moves it there, so that an interrupted first start leaves nothing half made. */
    private void create() throws IOException {
        LOG.info("Creating a PostgreSQL cluster in {}", cluster);
        var draft = folder.path("postgres.new");
        FileSystemUtils.deleteRecursively(draft);
        run(
                "initdb",
                "--pgdata=" + draft,
                "--username=" + USER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopLeftover() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        // Only a server that nobody uses any more can be here: the folder's lock is ours.
        if (runsPostgres(pidFile)) {
            LOG.warn("A PostgreSQL of an earlier run still works on {}; stopping it", cluster);
            run("pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=60", "stop");
        } else {
            Files.deleteIfExists(pidFile); // its process is gone, or the number now belongs to another program
        }
    }

    private static boolean runsPostgres(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return false;
        }
        try {
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .command()
                            .map(command -> command.contains("postgres"))
                            .orElse(true))
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void start(boolean durable) throws IOException {
        var log = folder.path("postgres.log");
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            var options = new ArrayList<>(List.of(
                    "-p " + port,
                    "-c listen_addresses=127.0.0.1",
                    "-c unix_socket_directories=",
                    "-c max_connections=100",
                    "-c timezone=UTC",
                    "-c log_timezone=UTC"));
            if (!durable) {
                options.add("-c fsync=off");
                options.add("-c synchronous_commit=off");
                options.add("-c full_page_writes=off");
            }
            try {
                run(
                        "pg_ctl",
                        "--pgdata=" + cluster,
                        "--log=" + log,
                        "--wait",
                        "--timeout=120",
                        "--options=" + String.join(" ", options),
                        "start");
                LOG.info("PostgreSQL answers on port {} of the loopback address", port);
                return;
            } catch (IOException e) {
                // Somebody else may have taken the port, or the dead server's last process is still going.
                if (attempt == TRIES) {
                    throw new IOException(e.getMessage() + "; see " + log, e);
                }
                LOG.warn("PostgreSQL did not start, trying again: {}", e.getMessage());
            }
        }
    }

    private void createDatabaseOrStop() throws IOException {
        try {
            createDatabase();
        } catch (IOException e) {
            run("pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "stop");
            throw e;
        }
    }

    private void createDatabase() throws IOException {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=60", "stop");
            LOG.info("PostgreSQL stopped");
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be stopped; the next start will stop it: {}", e.getMessage());
        } finally {
            closeFolder();
        }
    }

    /** Lets go of the folder and leaves the server running, as an application does that is killed. */
    void abandon() {
        closeFolder();
    }

    private void closeFolder() {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("The data folder's lock was not released: {}", e.getMessage());
        }
    }

    private static boolean root() throws IOException {
        var mine = Files.createTempFile("afterwell-", ".uid");
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(mine, "unix:uid", LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return false; // not a Unix
        } finally {
            Files.deleteIfExists(mine);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with root's files. */
    private static List<String> userNamespace() throws IOException {
        var prefix = List.of("unshare", "--user");
        try {
            var command = new ArrayList<>(prefix);
            command.addAll(List.of("id", "-u"));
            if (exec(command).strip().equals("0")) {
                throw new IOException("still root");
            }
            return prefix;
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "PostgreSQL does not run as root, and this machine has no user namespaces to avoid it."
                            + " Start as an ordinary user, or set AFTERWELL_DB_URL.",
                    e);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(asAnotherUser);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        exec(command);
    }

    /** Runs a command to its end; its output goes through a file, because a server that it starts keeps a pipe open. */
    private static String exec(List<String> command) throws IOException {
        var output = Files.createTempFile("afterwell-", ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            var process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end");
            }
            var said = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", said.strip().split("\\R")));
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
