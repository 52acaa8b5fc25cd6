package org.waystation.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Version;

/**
 * A repository of plug-ins: a folder with packages and {@code index.json}, which any web server or file share can offer.
 * Packages are laid down first and the index is replaced last and in one step, so a reader sees the old state or the new
 * one. What was published once under a version is never changed.
 */
final class RepositoryWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    RepositoryWriter(Path folder) {
        this.folder = folder;
    }

    void add(List<Publication> publications) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = lock(channel);
            try {
                addLocked(publications);
            } finally {
                lock.release();
            }
        }
    }

    private void addLocked(List<Publication> publications) throws IOException {
        ObjectNode index = read();
        List<ObjectNode> entries = entries(index);
        for (Publication publication : publications) {
            checkNew(publication, entries);
        }
        for (Publication publication : publications) {
            put(
                    publication.file(),
                    fresh -> Files.copy(publication.source(), fresh, StandardCopyOption.REPLACE_EXISTING));
            entries.removeIf(entry -> isSame(entry, publication));
            entries.add(entry(publication));
        }
        entries.sort(Comparator.comparing((ObjectNode e) -> e.path("id").asText())
                .thenComparing(e -> Version.parseVersion(e.path("version").asText())));
        ArrayNode plugins = index.putArray("plugins");
        entries.forEach(plugins::add);
        put(
                "index.json",
                fresh -> Files.writeString(
                        fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + "\n"));
    }

    private interface Writing {
        void to(Path fresh) throws IOException;
    }

    /** Puts a file in its place as a whole; it can be read by everybody who can read the folder. */
    private void put(String name, Writing writing) throws IOException {
        Path fresh = folder.resolve(".fresh-" + name);
        try {
            writing.to(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw new Failure(folder + " is being written by this very process");
        }
        throw new Failure(folder + " is being written by another process; try again when it is done");
    }

    private ObjectNode read() throws IOException {
        Path index = folder.resolve("index.json");
        if (!Files.exists(index)) {
            return JSON.createObjectNode();
        }
        JsonNode node;
        try {
            node = JSON.readTree(index.toFile());
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new Failure(index + " cannot be read (" + e.getOriginalMessage() + "); put it right or move it away");
        }
        if (!(node instanceof ObjectNode object) || !node.path("plugins").isArray()) {
            throw new Failure(index + " is no index of a repository; put it right or move it away");
        }
        return object;
    }

    private static List<ObjectNode> entries(ObjectNode index) {
        List<ObjectNode> entries = new ArrayList<>();
        index.path("plugins").forEach(entry -> entries.add((ObjectNode) entry));
        return entries;
    }

    private void checkNew(Publication publication, List<ObjectNode> entries) {
        for (ObjectNode entry : entries) {
            if (isSame(entry, publication)
                    && !entry.path("sha256")
                            .asText()
                            .equals(publication.verification().contentHash())) {
                throw new Failure(publication.id() + " " + publication.version() + " is in " + folder
                        + " already with other content; give the new one a higher version. Nothing was changed.");
            }
        }
    }

    private static boolean isSame(ObjectNode entry, Publication publication) {
        return entry.path("id").asText().equals(publication.id())
                && entry.path("version").asText().equals(publication.version());
    }

    private static ObjectNode entry(Publication publication) {
        return JSON.createObjectNode()
                .put("id", publication.id())
                .put("version", publication.version())
                .put("name", publication.verification().description().name())
                .put("summary", publication.verification().description().summary())
                .put("file", publication.file())
                .put("sha256", publication.verification().contentHash());
    }
}
