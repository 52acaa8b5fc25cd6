package org.waystation.server.record;

import java.util.Map;
import java.util.Set;
import org.waystation.api.record.EntityKind;

/**
 * The fields that the table has as columns of their own. Conditions on columns are answered by indexes for everybody; those
 * on other fields only after row-level security has looked at every row.
 */
public final class RecordColumns {

    private static final Set<String> OF_TICKETS = Set.of(
            EntityKind.NOTE.code(),
            EntityKind.TIME_ENTRY.code(),
            EntityKind.ALERT.code(),
            EntityKind.REMOTE_SESSION.code());

    /** By kind and field, where it depends on the kind. */
    private static final Map<String, String> BY_KIND = Map.ofEntries(
            Map.entry("ticket.assigneeId", "holder_id"),
            Map.entry("savedView.ownerId", "holder_id"),
            Map.entry("auditEntry.deviceId", "holder_id"),
            Map.entry("attachment.ownerId", "parent_id"),
            Map.entry("articleVersion.articleId", "parent_id"),
            Map.entry("assetRevision.assetId", "parent_id"),
            Map.entry("contact.siteId", "site_id"),
            Map.entry("asset.siteId", "site_id"),
            Map.entry("ticket.siteId", "site_id"),
            Map.entry("asset.agreementId", "agreement_id"),
            Map.entry("ticket.agreementId", "agreement_id"),
            Map.entry("ticket.contactId", "contact_id"),
            Map.entry("ticket.teamId", "team_id"),
            Map.entry("ticket.assetId", "asset_id"),
            Map.entry("alert.assetId", "asset_id"),
            Map.entry("remoteSession.assetId", "asset_id"),
            Map.entry("ticket.status", "state"),
            Map.entry("asset.state", "state"),
            Map.entry("alert.state", "state"),
            Map.entry("article.state", "state"),
            Map.entry("ticket.number", "number"));

    private RecordColumns() {}

    /** Whether a condition on this field is one on a column. */
    public static boolean has(EntityKind kind, String field) {
        return !of(kind, field).startsWith("(");
    }

    /**
     * A condition that compares a field with a parameter given as text.
     *
     * @param field by its declared name, never a text from outside
     */
    public static String equalsParameter(EntityKind kind, String field) {
        String column = of(kind, field);
        return switch (column) {
            case "state" -> "state = ?";
            case "number" -> "number = ?::bigint";
            default -> column.startsWith("(") ? column + " = ?" : column + " = ?::uuid";
        };
    }

    /** A condition that a field is one of the texts of a parameter, an array. */
    static String isAnyOfParameter(EntityKind kind, String field) {
        String column = of(kind, field);
        return column + (column.endsWith("_id") ? " = any(?::uuid[])" : " = any(?::text[])");
    }

    private static String of(EntityKind kind, String field) {
        if (field.equals("companyId")) {
            return "company_id";
        }
        if (field.equals("ticketId") && OF_TICKETS.contains(kind.code())) {
            return "parent_id";
        }
        return BY_KIND.getOrDefault(kind.code() + "." + field, "(data ->> '" + field + "')");
    }
}
