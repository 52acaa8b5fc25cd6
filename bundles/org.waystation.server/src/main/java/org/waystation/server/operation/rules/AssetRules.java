package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.record.Json;
import org.waystation.server.record.RecordWrite;

/** An asset remembers who changed which of its fields, and when. */
final class AssetRules implements KindRules {

    /** Longer values are cut in the history; the record itself has the whole. */
    private static final int VALUE_MAX = 20_000;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public List<RecordWrite> alongside(EditContext edit) {
        ArrayNode changes = Json.mapper().createArrayNode();
        edit.before().ifPresent(before -> compare("", before.data(), edit.data(), changes));
        if (edit.before().isPresent() && changes.isEmpty()) {
            return List.of();
        }
        ObjectNode revision = Json.object();
        revision.put("assetId", edit.id().toString());
        revision.put("userId", edit.caller().id().toString());
        revision.put("at", wire(edit.performedAt()));
        revision.set("changes", changes);
        Optional<UUID> company =
                Optional.ofNullable(edit.data().path("companyId").textValue()).map(UUID::fromString);
        return List.of(RecordWrite.created(EntityKind.ASSET_REVISION, ids.generate(), company, revision));
    }

    /** Of named texts, each is a field of its own. */
    private static void compare(String prefix, JsonNode before, JsonNode after, ArrayNode changes) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode old = before.path(name);
            JsonNode now = after.path(name);
            boolean named = prefix.isEmpty() && (name.equals("properties") || name.equals("customFields"));
            if (named) {
                compare(name + ".", old, now, changes);
            } else if (!text(old).equals(text(now))) {
                ObjectNode change = changes.addObject().put("field", prefix + name);
                text(old).ifPresent(value -> change.put("before", value));
                text(now).ifPresent(value -> change.put("after", value));
            }
        }
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String whole = value.isTextual() ? value.textValue() : value.toString();
        return Optional.of(whole.length() <= VALUE_MAX ? whole : head(whole));
    }

    /** Never cuts a surrogate pair in two. */
    private static String head(String whole) {
        int end = Character.isHighSurrogate(whole.charAt(VALUE_MAX - 1)) ? VALUE_MAX - 1 : VALUE_MAX;
        return whole.substring(0, end);
    }
}
