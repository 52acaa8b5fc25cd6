package org.waystation.rtserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A filled database that is kept in the user's temporary folder, since filling one takes longer than most tests do. Its name
 * is a hash of all that goes into it, the server's version too.
 */
final class Template {

    private static final Path VERSION = Path.of("/usr/share/request-tracker5/lib/RT/Generated.pm");

    private final Path file;

    private Template(Path file) {
        this.file = file;
    }

    /** @param initialData what is loaded besides the accounts */
    static Template of(String initialData) throws IOException {
        MessageDigest all = sha256();
        all.update(initialData.getBytes(StandardCharsets.UTF_8));
        all.update(Files.exists(VERSION) ? Files.readAllBytes(VERSION) : new byte[0]);
        try (InputStream accounts = Template.class.getResourceAsStream("accounts.pl")) {
            if (accounts == null) {
                throw new IllegalStateException("This bundle lacks accounts.pl.");
            }
            all.update(accounts.readAllBytes());
        }
        String name = "waystation-rt-" + System.getProperty("user.name") + "-"
                + HexFormat.of().formatHex(all.digest(), 0, 12);
        return new Template(
                Path.of(System.getProperty("java.io.tmpdir")).resolve(name).resolve("rt5.sqlite"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Whether there was one, which is then there. One in a folder that is somebody else's is none. */
    boolean copyTo(Path database) throws IOException {
        Path folder = file.getParent();
        if (!Files.exists(file) || !Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
            return false;
        }
        Files.copy(file, database);
        return true;
    }

    /** Keeps a copy of a database that nobody writes to. */
    void keep(Path database) throws IOException {
        Path folder = file.getParent();
        if (!Files.exists(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path half = Files.createTempFile(folder, "half", ".sqlite");
        Files.copy(database, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
