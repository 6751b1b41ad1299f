package app.afterwell.webui.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder that holds everything one clinic has: the database, its password, the unpacked server. One application at a
 * time owns it; the operating system lets go of the lock however the application ends.
 */
final class DataFolder implements AutoCloseable {

    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there, and takes it.
     *
     * @throws DatabaseStartException if it cannot be written, or another Afterwell works on it
     */
    static DataFolder take(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var channel = FileChannel.open(
                    root.resolve("afterwell.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new DatabaseStartException("Another Afterwell already works on the data folder " + root
                        + ". Stop it, or choose another folder with --data.");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new DatabaseStartException("The data folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // the same process has it
        }
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** The database's password, made at the first call and readable by the owner of the folder only. */
    String password() throws IOException {
        var file = passwordFile();
        if (Files.notExists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            var draft = root.resolve("postgres.password.new");
            Files.deleteIfExists(draft);
            createPrivate(draft);
            Files.writeString(draft, HexFormat.of().formatHex(bytes));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    private static void createPrivate(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            try {
                Files.createFile(file); // a file system without permissions of this kind
            } catch (FileAlreadyExistsException ignored) {
                // made by the first attempt
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
