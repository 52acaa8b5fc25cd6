package org.waystation.api.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * A list as somebody wants to see it again. Not a secret: every colleague's copy holds it; {@code shared} says whether
 * it is offered to them.
 *
 * @param ownerId the user who made it
 * @param lists the kind of record it lists, such as {@code ticket}
 * @param query the filter, as typed
 * @param columns names of the columns, in order
 * @param sortBy name of a column; a minus before it means the last first
 * @param groupBy name of a column; empty for no groups
 */
public record SavedView(
        UUID id,
        Optional<UUID> ownerId,
        String name,
        String lists,
        String query,
        List<String> columns,
        String sortBy,
        String groupBy,
        boolean shared) {

    public static SavedView of(EntityRecord record) {
        Fields fields = record.fields();
        return new SavedView(
                record.id(),
                fields.uuid("ownerId"),
                fields.text("name"),
                fields.text("lists"),
                fields.text("query"),
                fields.texts("columns"),
                fields.text("sortBy"),
                fields.text("groupBy"),
                fields.flag("shared"));
    }
}
