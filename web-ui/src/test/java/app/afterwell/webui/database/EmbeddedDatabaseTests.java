package app.afterwell.webui.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedFromOneRunToTheNext() throws Exception {
        try (var database = new EmbeddedDatabase(folder, true)) {
            execute(database, "create table kept (word text)");
            execute(database, "insert into kept values ('still here')");
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();

        try (var database = new EmbeddedDatabase(folder, true)) {
            assertThat(query(database, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void refusesASecondApplicationOnTheSameFolderInOneLine() {
        try (var database = new EmbeddedDatabase(folder, false)) {
            assertThat(database.getJdbcUrl()).isNotEmpty();

            assertThatThrownBy(() -> new EmbeddedDatabase(folder, false))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("Another Afterwell already works on the data folder")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void opensToItsOwnPasswordOnlyWhichOnlyTheOwnerCanRead() throws Exception {
        try (var database = new EmbeddedDatabase(folder, false)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "afterwell", "guess"))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void takesOverFromAServerThatOutlivedItsApplication() throws Exception {
        var died = new EmbeddedDatabase(folder, true);
        execute(died, "create table kept (word text)");
        execute(died, "insert into kept values ('survived')");
        died.abandon();

        try (var database = new EmbeddedDatabase(folder, true)) {
            assertThat(query(database, "select word from kept")).isEqualTo("survived");
        }
    }

    @Test
    void startsAfterAPidFileWasLeftThatNamesAnotherProgram() throws Exception {
        try (var database = new EmbeddedDatabase(folder, false)) {
            execute(database, "create table kept (word text)");
        }
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder + "\n1\n1\n\n127.0.0.1\n\nready\n");

        try (var database = new EmbeddedDatabase(folder, false)) {
            assertThat(query(database, "select count(*) from kept")).isEqualTo("0");
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
