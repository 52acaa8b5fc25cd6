package org.waystation.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.record.StoredRecord;

/**
 * What a person may do, by role and kind of record: asked before every edit, and told with every record as its actions,
 * in Java for single records and in SQL where records stream out of the database.
 */
public final class Rights {

    /** The customers themselves and what they pay for; technicians work with them and do not change them. */
    private static final Set<EntityKind> KEPT_BY_DISPATCH = Set.of(EntityKind.COMPANY);

    private static final Set<EntityKind> KEPT_BY_LEADS = Set.of(EntityKind.AGREEMENT, EntityKind.USER, EntityKind.TEAM);
    private static final Set<EntityKind> FOR_CUSTOMERS =
            Set.of(EntityKind.TICKET, EntityKind.NOTE, EntityKind.ATTACHMENT);

    /** What people wrote under their own name is theirs alone, by the field that names them. */
    private static final Map<EntityKind, String> OWNED = Map.of(
            EntityKind.NOTE, "authorId",
            EntityKind.TIME_ENTRY, "userId",
            EntityKind.ATTACHMENT, "uploadedBy",
            EntityKind.REMOTE_SESSION, "userId",
            EntityKind.SAVED_VIEW, "ownerId");

    private static final String NONE = "[]";

    private final Caller caller;

    public Rights(Caller caller) {
        this.caller = caller;
    }

    /** Whether the role allows this at all; that the record is in reach and the caller's own is asked elsewhere. */
    public boolean allows(Operation.Type type, KindDefinition kind) {
        return kind.writable().contains(type) && allowsKind(type, kind.kind());
    }

    private boolean allowsKind(Operation.Type type, EntityKind kind) {
        boolean deletes = type == Operation.Type.DELETE;
        return switch (caller.role()) {
            case READ_ONLY -> false;
            case CUSTOMER_ADMIN -> type == Operation.Type.CREATE && FOR_CUSTOMERS.contains(kind);
            case TECHNICIAN ->
                !KEPT_BY_DISPATCH.contains(kind)
                        && !KEPT_BY_LEADS.contains(kind)
                        && (!deletes || OWNED.containsKey(kind));
            case DISPATCHER -> !KEPT_BY_LEADS.contains(kind) && !(deletes && KEPT_BY_DISPATCH.contains(kind));
            case LEAD -> true;
        };
    }

    /** What the caller may do now with a record. */
    public List<String> actions(StoredRecord record) {
        if (record.deleted()) {
            return List.of();
        }
        return Kinds.find(record.kind())
                .map(kind -> actions(kind, isOwn(record)))
                .orElse(List.of());
    }

    private boolean isOwn(StoredRecord record) {
        String field = OWNED.get(record.kind());
        return field == null
                || record.data().path(field).asText().equals(caller.id().toString());
    }

    private List<String> actions(KindDefinition kind, boolean own) {
        List<String> actions = new ArrayList<>();
        if (own && allows(Operation.Type.UPDATE, kind)) {
            actions.add("update");
        }
        if (own && allows(Operation.Type.DELETE, kind)) {
            actions.add("delete");
        }
        // What may be added to it: the parts that kinds declare.
        for (KindDefinition part : Kinds.all()) {
            if (part.isPartOf(kind.kind()) && allows(Operation.Type.CREATE, part)) {
                actions.add("add:" + part.kind().code());
            }
        }
        return actions;
    }

    /** The same as JSON, as an expression over the columns {@code kind}, {@code deleted_at} and {@code data}. */
    public String actionsSql() {
        StringBuilder sql = new StringBuilder("case kind");
        for (KindDefinition kind : Kinds.all()) {
            String own = json(actions(kind, true));
            String others = json(actions(kind, false));
            String field = OWNED.get(kind.kind());
            sql.append(" when '").append(kind.kind().code()).append("' then ");
            if (field == null || own.equals(others)) {
                sql.append('\'').append(own).append('\'');
            } else {
                UUID self = caller.id();
                sql.append("case when data ->> '" + field + "' = '" + self + "' then '" + own + "' else '" + others
                        + "' end");
            }
        }
        return sql.append(" else '" + NONE + "' end").toString();
    }

    private static String json(List<String> actions) {
        return actions.stream().map(action -> '"' + action + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
