package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;

/**
 * The way in that a ready file names. The file is looked at four times a second, so that a server that was started again, with
 * another port and token, is found at once.
 */
final class ReadyFileConnection implements ServerConnection, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyFileConnection.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final String ABSENT = "absent";

    private final Path file;
    private final ScheduledExecutorService watcher;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private String seen;

    /** @param watcher looks at the file; closed with this connection */
    ReadyFileConnection(Path file, ScheduledExecutorService watcher) {
        this.file = file;
        this.watcher = watcher;
        this.seen = stamp();
        watcher.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public ServerAccess access() throws BackendException {
        return new ReadyFile(file).read();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells the listeners where another file is there than at the last look. A file that went away tells nothing new. */
    void look() {
        String now = stamp();
        boolean changed = !now.equals(seen);
        seen = now;
        if (changed && !now.equals(ABSENT)) {
            listeners.forEach(ReadyFileConnection::tell);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener failed; the file is looked at all the same.", e);
        }
    }

    private String stamp() {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return is.lastModifiedTime() + " " + is.size() + " " + is.fileKey();
        } catch (NoSuchFileException e) {
            return ABSENT;
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
