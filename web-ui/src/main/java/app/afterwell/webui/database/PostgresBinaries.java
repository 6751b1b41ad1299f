package app.afterwell.webui.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server that travels inside the application, unpacked once for each version of it. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Where the server for this machine is unpacked; unpacks it if it is not there yet.
     *
     * @param folder of the unpacked servers, one below it for each version
     */
    static Path unpack(Path folder) throws IOException {
        byte[] archive;
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture())) {
            archive = in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseStartException(
                    "No PostgreSQL for this machine (" + system() + ", " + architecture()
                            + ") travels with the application. Set AFTERWELL_DB_URL to one of your own.",
                    e);
        }
        var target = folder.resolve(digest(archive));
        if (Files.notExists(target)) {
            var draft = folder.resolve("unpacking");
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectories(draft);
            extract(archive, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leads out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink() || entry.isLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if (target.relativize(file).startsWith("bin")) {
                        file.toFile().setExecutable(true, false);
                    }
                }
            }
        }
    }

    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return name.contains("darwin") ? "Darwin" : "Windows";
        }
        return name.contains("mac") ? "Darwin" : "Linux";
    }

    private static String architecture() {
        var name = System.getProperty("os.arch", "");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static String digest(byte[] archive) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
