package org.waystation.api.files;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.RecordRef;

/**
 * Attachments of a ticket, article or asset. A content is kept encrypted on this machine and its record's creation is
 * queued before a stage of {@link #attach} completes; the content goes to the server in the background, goes on where
 * a broken connection ended, and the record follows it.
 *
 * <p>Calls return at once. Stages end exceptionally with {@link AttachmentException} where something is refused or not
 * here, and with {@link java.io.UncheckedIOException} where this machine could not keep or read it.
 */
@ProviderType
public interface AttachmentService {

    /** Most bytes of one file, as the server takes them: 256 MiB. */
    long SIZE_MAX = 256L * 1024 * 1024;

    /**
     * Attaches a file of this machine under its own name; the file itself is not needed afterwards.
     *
     * @return its new attachment's id
     */
    CompletionStage<UUID> attach(RecordRef owner, Path file);

    /**
     * Attaches what is in memory, such as a picture from the clipboard.
     *
     * @param name file name without folders
     */
    CompletionStage<UUID> attach(RecordRef owner, String name, byte[] content);

    /**
     * Opens a content that is here; it is deciphered as it is read, off the UI thread, and whoever reads it closes it.
     * What is not here is refused with {@link AttachmentException.Reason#NOT_HERE}: {@link #fetch} it first.
     */
    CompletionStage<InputStream> open(UUID attachmentId);

    /** Brings a content here, once the server answers; completes at once where it is here already. */
    CompletionStage<Void> fetch(UUID attachmentId);

    /**
     * Writes a content that is here to a file of the technician's choice, whole or not at all; it is readable there, and
     * never made executable.
     */
    CompletionStage<Void> save(UUID attachmentId, Path target);

    /** Removes an attachment; one that was never sent leaves nothing. */
    CompletionStage<Void> remove(UUID attachmentId);

    /** Follows the attachments of a record with their states, oldest first. */
    LiveValue follow(RecordRef owner, Executor deliverOn, Consumer<List<AttachedFile>> subscriber);
}
