package org.waystation.store.internal.text;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** A folder of encrypted files. The lock is of this process only: the profile's own keeps others out. */
final class SealedDirectory extends BaseDirectory {

    private final Path folder;
    private final byte[] key;
    private final ChunkCache cache;
    private final AtomicLong temporary = new AtomicLong();

    /** @param key kept until the directory is closed */
    SealedDirectory(Path folder, byte[] key, ChunkCache cache) {
        super(new SingleInstanceLockFactory());
        this.folder = folder;
        this.key = key;
        this.cache = cache;
    }

    @Override
    public String[] listAll() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }

    @Override
    public void deleteFile(String name) throws IOException {
        Files.delete(folder.resolve(name));
        cache.forget(name);
    }

    @Override
    public long fileLength(String name) throws IOException {
        return SealedFile.plainLength(Files.size(folder.resolve(name)));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        ensureOpen();
        if (Files.exists(folder.resolve(name))) {
            throw new FileAlreadyExistsException(name);
        }
        return new SealedOutput(name, folder.resolve(name), key);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        while (true) {
            String name = getTempFileName(prefix, suffix, temporary.getAndIncrement());
            if (!Files.exists(folder.resolve(name))) {
                return new SealedOutput(name, folder.resolve(name), key);
            }
        }
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        for (String name : names) {
            try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** A loss of power may undo names: the index is made anew from the records then, which know no loss. */
    @Override
    public void syncMetaData() {
        // see above
    }

    @Override
    public void rename(String source, String target) throws IOException {
        Files.move(folder.resolve(source), folder.resolve(target), StandardCopyOption.ATOMIC_MOVE);
        cache.forget(source);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        ensureOpen();
        try {
            return new SealedInput(name, new SealedFile(name, folder.resolve(name), key, cache));
        } catch (NoSuchFileException e) {
            throw new java.io.FileNotFoundException(name);
        }
    }

    @Override
    public Set<String> getPendingDeletions() {
        return Set.of();
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
