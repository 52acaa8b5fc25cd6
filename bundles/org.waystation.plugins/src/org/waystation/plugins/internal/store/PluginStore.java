package org.waystation.plugins.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waystation.plugins.internal.pack.BundleFile;
import org.waystation.plugins.internal.pack.Hashes;
import org.waystation.plugins.internal.pack.PluginPackage;
import org.waystation.plugins.internal.store.PluginRecord.StoredBundle;

/**
 * The folder of installed plug-ins. A change first adds content under names nothing refers to yet, then writes the new
 * state in one step, then sweeps what is not referred to any more: cut off anywhere, the old or the new state is whole.
 */
public final class PluginStore {

    private static final String REFERENCE = "reference:";
    private static final String JAR = ".jar";

    private final Path content;
    private final Path staging;
    private final StoreSteps steps;
    private final StateFile stateFile;

    public PluginStore(Path folder, StoreSteps steps) throws IOException {
        this.content = Files.createDirectories(folder.resolve("content"));
        this.staging = Files.createDirectories(folder.resolve("staging"));
        this.steps = steps;
        this.stateFile = new StateFile(folder, steps);
    }

    public InstalledState read() throws IOException {
        return stateFile.read();
    }

    /** A new, empty folder for a package that is looked at; gone after the next {@link #sweep}. */
    public Path stage() throws IOException {
        return Files.createTempDirectory(staging, "package-");
    }

    /** Keeps a package's bundles. Nothing refers to them until a state does. */
    public List<StoredBundle> keep(PluginPackage plugin) throws IOException {
        List<StoredBundle> kept = new ArrayList<>();
        for (BundleFile bundle : plugin.bundles()) {
            keep(bundle);
            kept.add(new StoredBundle(
                    bundle.hash(), bundle.symbolicName(), bundle.version().toString()));
        }
        steps.reached(StoreSteps.Step.CONTENT_KEPT);
        return kept;
    }

    private void keep(BundleFile bundle) throws IOException {
        Path kept = file(bundle.hash());
        if (Files.exists(kept) && Hashes.of(kept).equals(bundle.hash())) {
            return;
        }
        Path fresh = Files.createTempFile(staging, "content-", JAR);
        Files.copy(bundle.file(), fresh, StandardCopyOption.REPLACE_EXISTING);
        steps.reached(StoreSteps.Step.CONTENT_WRITTEN);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the profile's file system cannot move files atomically", e);
        }
    }

    /** Makes a state the one that counts. */
    public void commit(InstalledState state) throws IOException {
        stateFile.write(state);
    }

    public Path file(StoredBundle bundle) {
        return file(bundle.hash());
    }

    private Path file(String hash) {
        return content.resolve(hash + JAR);
    }

    /** Where the framework finds a bundle: it runs the very file that was verified, and keeps no copy. */
    public String location(StoredBundle bundle) throws IOException {
        return REFERENCE + file(bundle).toRealPath().toUri().toURL();
    }

    /** The hash of the bundle that was installed from such a location; empty for a bundle that is not from this store. */
    public Optional<String> hashAt(String location) {
        try {
            String folder = REFERENCE + content.toRealPath().toUri().toURL();
            return location.startsWith(folder) && location.endsWith(JAR)
                    ? Optional.of(location.substring(folder.length(), location.length() - JAR.length()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the bundle's file is there and still holds what was verified. */
    public boolean isWhole(StoredBundle bundle) {
        try {
            return Files.isRegularFile(file(bundle)) && Hashes.of(file(bundle)).equals(bundle.hash());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Deletes what nothing refers to.
     *
     * @param used hashes of the content that is in use
     * @return files that could not be deleted, because something still has them open; the next sweep tries again
     */
    public List<Path> sweep(Set<String> used) throws IOException {
        List<Path> busy = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(content)) {
            for (Path file : files) {
                String hash = file.getFileName().toString().replace(JAR, "");
                if (!used.contains(hash) && !delete(file)) {
                    busy.add(file);
                }
            }
        }
        steps.reached(StoreSteps.Step.SWEPT);
        return busy;
    }

    /** Deletes all that was staged; only when no package is being looked at. */
    public void clearStaging() throws IOException {
        Files.walkFileTree(staging, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (!folder.equals(staging)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean delete(Path file) {
        try {
            Files.delete(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
