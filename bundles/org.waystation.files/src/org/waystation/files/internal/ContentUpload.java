package org.waystation.files.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.files.ContentState;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.store.StoreException;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.Uploads;
import org.waystation.store.blob.Uploads.Upload;

/** Brings one content to the server and lets its operation go. */
@Component(service = ContentUpload.class)
public final class ContentUpload {

    private final Uploads uploads;
    private final Blobs blobs;
    private final TransferBoard board;

    @Activate
    public ContentUpload(@Reference Uploads uploads, @Reference Blobs blobs, @Reference TransferBoard board) {
        this.uploads = uploads;
        this.blobs = blobs;
        this.board = board;
    }

    /**
     * Returns once the server has it, or has refused it for good.
     *
     * @throws BackendException where another try may help, or somebody has to sign in
     */
    void run(Upload upload, ContentTransfer transfer) throws IOException, BackendException {
        if (!blobs.holds(upload.blob())) {
            uploads.failed(upload.operationId(), "The file is no longer on this machine: attach it again.");
            return;
        }
        board.show(upload.attachmentId(), new ContentState.Uploading(0));
        try {
            transfer.upload(new Sent(upload));
        } catch (BackendException e) {
            switch (e.kind()) {
                case REFUSED, FORBIDDEN -> {
                    uploads.failed(upload.operationId(), String.valueOf(e.getMessage()));
                    return;
                }
                default -> throw e;
            }
        } catch (Blobs.DamagedException e) {
            uploads.failed(upload.operationId(), "The kept copy of the file is damaged: attach it again.");
            return;
        }
        uploads.done(upload.operationId());
    }

    private final class Sent implements ContentTransfer.Outgoing {

        private final Upload upload;

        Sent(Upload upload) {
            this.upload = upload;
        }

        @Override
        public String sha256() {
            return upload.blob().sha256();
        }

        @Override
        public long size() {
            return upload.blob().size();
        }

        @Override
        public Optional<String> location() {
            return upload.location();
        }

        @Override
        public void located(Optional<String> location) throws StoreException {
            uploads.located(upload.operationId(), location);
        }

        @Override
        public InputStream open(long from) throws IOException {
            return blobs.open(upload.blob(), from)
                    .orElseThrow(() -> new FileNotFoundException("The file is no longer on this machine."));
        }

        @Override
        public void sent(long bytes) {
            board.show(upload.attachmentId(), new ContentState.Uploading(Percent.of(bytes, size())));
        }
    }
}
