package org.waystation.plugins.internal.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * A package that is built again and again. A build writes it piece by piece, so it counts as changed only once it has
 * stopped changing and can be read to its end.
 */
final class WatchedFile {

    private final Path path;
    private String seen = "";
    private String taken = "";

    WatchedFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Whether there is something new to take; to be asked at intervals. */
    boolean isReady() {
        String now = stamp();
        boolean still = now.equals(seen);
        seen = now;
        if (!still || now.isEmpty() || now.equals(taken) || !isWhole()) {
            return false;
        }
        taken = now;
        return true;
    }

    private String stamp() {
        try {
            return Files.getLastModifiedTime(path).toMillis() + " " + Files.size(path);
        } catch (IOException e) {
            // Not there for the moment, as between two builds.
            return "";
        }
    }

    /** The list of what is in a zip stands at its end. */
    private boolean isWhole() {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
