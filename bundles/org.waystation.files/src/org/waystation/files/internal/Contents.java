package org.waystation.files.internal;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Attachment;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentException.Reason;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.KeyOwner;

/** Finds attachments, and under whose key their contents are. */
@Component(service = Contents.class)
public final class Contents {

    private final Records records;

    @Activate
    public Contents(@Reference Records records) {
        this.records = records;
    }

    EntityRecord record(UUID attachmentId) throws StoreException {
        return records.find(new RecordRef(EntityKind.ATTACHMENT, attachmentId))
                .orElseThrow(
                        () -> new AttachmentException(Reason.NOT_FOUND, "This file is not attached here any more."));
    }

    Blob blob(UUID attachmentId) throws StoreException {
        return blob(Attachment.of(record(attachmentId)));
    }

    Blob blob(Attachment attachment) throws StoreException {
        return blob(attachment, owner(attachment));
    }

    static Blob blob(Attachment attachment, KeyOwner owner) {
        if (!attachment.sha256().matches("[0-9a-f]{64}") || attachment.size() < 0) {
            throw new AttachmentException(Reason.DAMAGED, "The server does not say what is in this file.");
        }
        return new Blob(owner, attachment.sha256(), attachment.size());
    }

    private KeyOwner owner(Attachment attachment) throws StoreException {
        Optional<UUID> id = attachment.ownerId();
        return id.isEmpty() ? KeyOwner.PROFILE : owner(new RecordRef(new EntityKind(attachment.ownerKind()), id.get()));
    }

    /** The company of the record that a file belongs to; without one the profile. */
    KeyOwner owner(RecordRef ref) throws StoreException {
        Optional<EntityRecord> owner = records.find(ref);
        return owner.flatMap(record -> record.fields().uuid("companyId"))
                .map(KeyOwner::of)
                .orElse(KeyOwner.PROFILE);
    }

    boolean isHeld(RecordRef ref) throws StoreException {
        return records.find(ref).isPresent();
    }
}
