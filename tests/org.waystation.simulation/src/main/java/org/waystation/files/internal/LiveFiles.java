package org.waystation.files.internal;

import java.time.Duration;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.sync.Backend;
import org.waystation.store.LocalStore;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;

/** The real attachments over a store outside of the component runtime. */
public final class LiveFiles implements AutoCloseable {

    private static final Duration SETTLED = Duration.ofMillis(200);

    private final Transfers transfers;
    private final LooseContents loose;
    private final AttachmentService service;

    public LiveFiles(LocalStore store, Backend backend) {
        Contents contents = new Contents(store.records());
        TransferBoard board = new TransferBoard();
        ContentGate gate = new ContentGate();
        transfers = new Transfers(
                store.uploads(),
                store.records(),
                board,
                new ContentUpload(store.uploads(), store.blobs(), board),
                new ContentDownload(contents, store.blobs(), board),
                new ContentOffer(contents, store.blobs()));
        service = new LocalAttachmentService(
                new Background(),
                store.records(),
                store.blobs(),
                contents,
                new AttachmentEdits(
                        contents, store.blobs(), store.uploads(), store.outbox(), new Me(store.replica()), gate),
                new AttachedFiles(store.records(), contents, store.outbox(), store.uploads(), store.blobs(), board),
                board,
                transfers);
        loose = new LooseContents(
                store.records(), store.replica(), store.uploads(), store.blobs(), contents, gate, SETTLED, SETTLED);
        transfers.bindBackend(backend);
    }

    public AttachmentService service() {
        return service;
    }

    @Override
    public void close() {
        try {
            loose.close();
            transfers.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("The attachments could not be closed.", e);
        }
    }
}
