package org.waystation.store.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;

/** A field by which records are found from the record it points at. The codes are in the file and never change. */
enum ReferenceField {
    NOTE_TICKET(1, EntityKind.NOTE, "ticketId"),
    TIME_ENTRY_TICKET(2, EntityKind.TIME_ENTRY, "ticketId"),
    CONTACT_COMPANY(3, EntityKind.CONTACT, "companyId"),
    AGREEMENT_COMPANY(4, EntityKind.AGREEMENT, "companyId"),
    ASSET_COMPANY(5, EntityKind.ASSET, "companyId");

    private final int code;
    private final EntityKind kind;
    private final String field;

    ReferenceField(int code, EntityKind kind, String field) {
        this.code = code;
        this.kind = kind;
        this.field = field;
    }

    static Optional<ReferenceField> of(EntityKind kind, String field) {
        return Arrays.stream(values())
                .filter(reference -> reference.kind.equals(kind) && reference.field.equals(field))
                .findFirst();
    }

    static List<ReferenceField> of(EntityKind kind) {
        return Arrays.stream(values())
                .filter(reference -> reference.kind.equals(kind))
                .toList();
    }

    int code() {
        return code;
    }

    EntityKind kind() {
        return kind;
    }

    String field() {
        return field;
    }

    /** What a record points at by this field; empty where the field is missing or malformed. */
    Optional<UUID> target(EntityRecord record) {
        try {
            return record.fields().uuid(field);
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
