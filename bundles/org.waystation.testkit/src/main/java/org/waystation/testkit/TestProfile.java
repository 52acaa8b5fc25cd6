package org.waystation.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A technician's profile made for a test, with a secret beside it that unlocks it, so that nobody is asked.
 *
 * @param folder where the program keeps the technician's data
 */
public record TestProfile(Path folder) {

    /** Light or dark. */
    public TestProfile theme(String theme) throws IOException {
        return settings(Map.of("shell.theme", theme));
    }

    /** Writes the settings file as the product itself would: its first line is the check sum of the rest. */
    public TestProfile settings(Map<String, String> values) throws IOException {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(values)
                .forEach((key, value) ->
                        lines.append(key).append('=').append(value).append('\n'));
        String text = lines.toString();
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        write("shell/settings.txt", "#crc32c " + Long.toHexString(sum.getValue()) + "\n" + text);
        return this;
    }

    /** The developer switch of the profile's policy. */
    public TestProfile acceptUnsignedPlugins() throws IOException {
        return policy("{\"developerMode\":true}");
    }

    /** The profile's policy for plug-ins, such as <code>{"repositories":["/srv/plugins"]}</code>. */
    public TestProfile policy(String json) throws IOException {
        write("plugins/policy.json", json + "\n");
        return this;
    }

    /** The file that unlocks the profile, which is made if it is not there. */
    public Path unlockFile() throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + ".unlock");
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.writeString(file, "key:" + HexFormat.of().formatHex(key));
        }
        return file;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
