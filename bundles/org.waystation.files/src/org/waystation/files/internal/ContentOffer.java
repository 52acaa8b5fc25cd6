package org.waystation.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.store.blob.Blobs;

/** Opens the contents kept here for a backend that sends them with the records of their attachments. */
@Component(service = ContentOffer.class)
public final class ContentOffer implements ContentTransfer.Held {

    private final Contents contents;
    private final Blobs blobs;

    @Activate
    public ContentOffer(@Reference Contents contents, @Reference Blobs blobs) {
        this.contents = contents;
        this.blobs = blobs;
    }

    @Override
    public Optional<InputStream> open(UUID attachmentId) throws IOException {
        return blobs.open(contents.blob(attachmentId), 0);
    }
}
