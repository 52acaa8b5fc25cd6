package org.waystation.backend.rt.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks for a file, then reads or writes it in the background. */
final class MappingFiles {

    private final Shell window;

    MappingFiles(Shell window) {
        this.window = window;
    }

    /** Empty where the technician changed their mind. */
    Optional<CompletionStage<Void>> save(String title, String name, String text) {
        FileDialog dialog = new FileDialog(window, SWT.SAVE);
        dialog.setText(title);
        dialog.setFileName(name);
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open())
                .map(chosen -> CompletableFuture.runAsync(() -> {
                    try {
                        Files.writeString(Path.of(chosen), text);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The file could not be written: " + e.getMessage(), e);
                    }
                }));
    }

    /** Empty where the technician changed their mind. */
    Optional<CompletionStage<String>> open(String title) {
        FileDialog dialog = new FileDialog(window, SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterExtensions("*.json", "*");
        return Optional.ofNullable(dialog.open())
                .map(chosen -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return Files.readString(Path.of(chosen));
                    } catch (IOException e) {
                        throw new UncheckedIOException("The file could not be read: " + e.getMessage(), e);
                    }
                }));
    }
}
