package org.waystation.backend.rt.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.Marker;
import org.waystation.backend.rt.internal.wire.Marker.What;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.Terms;

/** Contents of attached files: fetched whole, and sent with the record of their attachment. */
final class RtContents implements ContentTransfer {

    private final RtBackend.Opening server;
    private final Consumer<Held> keep;

    RtContents(RtBackend.Opening server, Consumer<Held> keep) {
        this.server = server;
        this.keep = keep;
    }

    @Override
    public void offer(Held contents) {
        keep.accept(contents);
    }

    /** There is no place for a content by itself: it goes with the attachment's record. */
    @Override
    public void upload(Outgoing content) {
        content.sent(content.size());
    }

    @Override
    public void download(UUID attachmentId, long from, Sink sink) throws BackendException, IOException {
        RtServer there = server.open();
        OptionalLong inside = there.ids().number(Numbered.ATTACHMENT, attachmentId);
        long number = inside.isPresent() ? inside.getAsLong() : marked(there, attachmentId);
        Optional<byte[]> content =
                number == 0 ? Optional.empty() : there.history().content(number);
        if (content.isEmpty()) {
            throw new BackendException(
                    BackendException.Cause.REFUSED, "Request Tracker does not have this file any more.");
        }
        byte[] bytes = content.get();
        if (from < bytes.length) {
            sink.write(bytes, (int) from, bytes.length - (int) from);
        }
    }

    private static long marked(RtServer there, UUID id) throws BackendException {
        JsonNode found = there.client()
                .search(
                        "attachments?fields=TransactionId&per_page=1",
                        new Terms()
                                .with(
                                        "Headers",
                                        "LIKE",
                                        Marker.of(What.ATTACHMENT, id).needle()));
        return Json.number(found.path("items").path(0).path("id"));
    }
}
