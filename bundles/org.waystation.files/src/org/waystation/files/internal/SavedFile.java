package org.waystation.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a content to a readable file: whole or not at all, and not executable. */
final class SavedFile {

    private SavedFile() {}

    static void write(InputStream content, Path target) throws IOException {
        Path fresh = target.resolveSibling(".waystation-" + UUID.randomUUID() + ".part");
        try {
            Files.copy(content, fresh);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
