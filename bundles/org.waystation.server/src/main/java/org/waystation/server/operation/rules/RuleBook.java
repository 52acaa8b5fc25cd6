package org.waystation.server.operation.rules;

import java.util.Map;
import org.waystation.api.record.EntityKind;

/** The rules of each kind. */
public final class RuleBook {

    private static final KindRules NONE = new KindRules() {};

    private final Map<EntityKind, KindRules> rules = Map.of(
            EntityKind.ASSET, new AssetRules(),
            EntityKind.TICKET, new TicketRules(),
            EntityKind.NOTE, new NoteRules(),
            EntityKind.TIME_ENTRY, new TimeEntryRules(),
            EntityKind.ATTACHMENT, new AttachmentRules(),
            EntityKind.ARTICLE, new ArticleRules(),
            EntityKind.ALERT, new AlertRules(),
            EntityKind.SAVED_VIEW, new OwnRecordRules("ownerId"),
            EntityKind.REMOTE_SESSION, new OwnRecordRules("userId"),
            EntityKind.AUDIT_ENTRY, new AuditRules());

    public KindRules of(EntityKind kind) {
        return rules.getOrDefault(kind, NONE);
    }
}
