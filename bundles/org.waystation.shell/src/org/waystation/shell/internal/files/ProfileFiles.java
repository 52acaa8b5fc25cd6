package org.waystation.shell.internal.files;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.Profile;

/** Reads and writes the shell's small files, in order and never on the caller's thread. */
@Component(service = ProfileFiles.class)
public final class ProfileFiles {

    private static final int CLOSING_SECONDS = 5;

    private final Profile profile;
    private final ExecutorService disk;

    @Activate
    public ProfileFiles(@Reference Profile profile) {
        this.profile = profile;
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> new Thread(work, "shell-files"));
        executor.allowCoreThreadTimeOut(true);
        this.disk = executor;
    }

    /** What the file of this name holds. */
    public CompletableFuture<GenerationFile.Content> read(String name) {
        return CompletableFuture.supplyAsync(() -> file(name).read(), disk);
    }

    /** Completes when the text is on the disk, exceptionally with the {@link IOException} when it cannot be put there. */
    public CompletionStage<Void> write(String name, String text) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        disk.execute(() -> {
            try {
                file(name).write(text);
                written.complete(null);
            } catch (IOException e) {
                written.completeExceptionally(e);
            }
        });
        return written;
    }

    /** What was written last is on the disk when the program ends. */
    @Deactivate
    public void close() throws InterruptedException {
        disk.shutdown();
        if (!disk.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            disk.shutdownNow();
        }
    }

    private GenerationFile file(String name) {
        return new GenerationFile(profile.folder().resolve("shell").resolve(name));
    }
}
