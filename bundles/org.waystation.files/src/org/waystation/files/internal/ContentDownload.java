package org.waystation.files.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentException.Reason;
import org.waystation.api.files.ContentState;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.Blobs;

/** Brings one content here, from where an earlier try ended. */
@Component(service = ContentDownload.class)
public final class ContentDownload {

    private final Contents contents;
    private final Blobs blobs;
    private final TransferBoard board;

    @Activate
    public ContentDownload(@Reference Contents contents, @Reference Blobs blobs, @Reference TransferBoard board) {
        this.contents = contents;
        this.blobs = blobs;
        this.board = board;
    }

    void run(UUID attachmentId, Optional<ContentTransfer> transfer) throws IOException, BackendException {
        Blob blob = contents.blob(attachmentId);
        if (blobs.holds(blob)) {
            return;
        }
        ContentTransfer from = transfer.orElseThrow(() -> new AttachmentException(
                Reason.SERVER, "There is no connection to the server: sign in, then try again."));
        try (Blobs.Arriving arriving = blobs.receive(blob)) {
            show(attachmentId, arriving, blob);
            if (arriving.received() < blob.size()) {
                from.download(attachmentId, arriving.received(), (bytes, offset, length) -> {
                    arriving.write(bytes, offset, length);
                    show(attachmentId, arriving, blob);
                });
            }
            arriving.complete();
        } catch (Blobs.DamagedException e) {
            throw new AttachmentException(Reason.DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private void show(UUID attachmentId, Blobs.Arriving arriving, Blob blob) {
        board.show(attachmentId, new ContentState.Downloading(Percent.of(arriving.received(), blob.size())));
    }
}
