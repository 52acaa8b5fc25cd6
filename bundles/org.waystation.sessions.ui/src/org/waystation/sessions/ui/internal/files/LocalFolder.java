package org.waystation.sessions.ui.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Folders of this machine, read off the UI thread. */
final class LocalFolder implements Folder {

    @Override
    public CompletionStage<Content> open(String path) {
        return CompletableFuture.supplyAsync(() -> {
            Path folder = path.isEmpty() ? start() : Path.of(path);
            List<Entry> entries = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (Files.exists(file)) {
                        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                        entries.add(new Entry(
                                file.toString(),
                                String.valueOf(file.getFileName()),
                                facts.isDirectory(),
                                facts.size(),
                                facts.lastModifiedTime().toInstant()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("This folder cannot be read: " + e.getMessage(), e);
            }
            return new Content(folder.toString(), entries);
        });
    }

    private static Path start() {
        Path home = Path.of(System.getProperty("user.home"));
        Path downloads = home.resolve("Downloads");
        return Files.isDirectory(downloads) ? downloads : home;
    }

    @Override
    public String above(String path) {
        Path parent = Path.of(path).getParent();
        return parent == null ? path : parent.toString();
    }
}
