package org.waystation.store.internal.blob;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Moves files so that a loss of power does not undo it, where the system lets us say so. */
final class SyncedFolder {

    private static final Logger LOG = System.getLogger(SyncedFolder.class.getName());

    private SyncedFolder() {}

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its file system writes names through by itself.
            LOG.log(Level.TRACE, "The folder could not be forced to disk.", e);
        }
    }
}
