package org.waystation.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder in which the embedded database lives, held by one server at a time. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * @throws IOException if it cannot be made or another server holds it; the message says which
     */
    public static DataFolder open(Path path) throws IOException {
        PrivateFile.createFolder(path);
        FileChannel channel =
                FileChannel.open(path.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        if (lock == null) {
            channel.close();
            throw new HeldException("Another server uses the data folder " + path + ".");
        }
        return new DataFolder(path, channel);
    }

    /** Another process holds the folder. */
    public static final class HeldException extends IOException {

        private static final long serialVersionUID = 1L;

        HeldException(String message) {
            super(message);
        }
    }

    public Path path() {
        return path;
    }

    /** Lets the folder go. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
