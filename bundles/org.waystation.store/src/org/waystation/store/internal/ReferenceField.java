package org.waystation.store.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;

/** A field by which records are found from the record it points at. The codes are in the file and never change. */
enum ReferenceField {
    NOTE_TICKET(1, EntityKind.NOTE, "ticketId"),
    TIME_ENTRY_TICKET(2, EntityKind.TIME_ENTRY, "ticketId"),
    CONTACT_COMPANY(3, EntityKind.CONTACT, "companyId"),
    AGREEMENT_COMPANY(4, EntityKind.AGREEMENT, "companyId"),
    ASSET_COMPANY(5, EntityKind.ASSET, "companyId"),
    SITE_COMPANY(6, EntityKind.SITE, "companyId"),
    ATTACHMENT_OWNER(7, EntityKind.ATTACHMENT, "ownerId"),
    ARTICLE_COMPANY(8, EntityKind.ARTICLE, "companyId"),
    ARTICLE_VERSION_ARTICLE(9, EntityKind.ARTICLE_VERSION, "articleId"),
    ALERT_COMPANY(10, EntityKind.ALERT, "companyId"),
    ALERT_ASSET(11, EntityKind.ALERT, "assetId"),
    ALERT_TICKET(12, EntityKind.ALERT, "ticketId"),
    REMOTE_SESSION_ASSET(13, EntityKind.REMOTE_SESSION, "assetId"),
    REMOTE_SESSION_TICKET(14, EntityKind.REMOTE_SESSION, "ticketId"),
    REMOTE_SESSION_COMPANY(15, EntityKind.REMOTE_SESSION, "companyId"),
    ASSET_SITE(16, EntityKind.ASSET, "siteId"),
    CONTACT_SITE(17, EntityKind.CONTACT, "siteId"),
    TICKET_ASSET(18, EntityKind.TICKET, "assetId"),
    SAVED_VIEW_OWNER(19, EntityKind.SAVED_VIEW, "ownerId"),
    ASSET_REVISION_ASSET(20, EntityKind.ASSET_REVISION, "assetId"),
    ARTICLE_ASSETS(21, EntityKind.ARTICLE, "assetIds"),
    ARTICLE_TICKETS(22, EntityKind.ARTICLE, "ticketIds");

    private static final Map<EntityKind, List<ReferenceField>> BY_KIND =
            Arrays.stream(values()).collect(Collectors.groupingBy(ReferenceField::kind));

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
        return BY_KIND.getOrDefault(kind, List.of());
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

    /** What a record points at by this field, which holds one id or a list of them; none where it is missing or malformed. */
    Set<UUID> targets(EntityRecord record) {
        try {
            return record.data().get(field) instanceof List<?>
                    ? new LinkedHashSet<>(record.fields().uuids(field))
                    : record.fields().uuid(field).map(Set::of).orElse(Set.of());
        } catch (MalformedRecordException e) {
            return Set.of();
        }
    }
}
