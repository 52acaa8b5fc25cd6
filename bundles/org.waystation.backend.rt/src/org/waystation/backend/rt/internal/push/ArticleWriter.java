package org.waystation.backend.rt.internal.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.FieldChange;
import org.waystation.backend.rt.internal.RtServer;
import org.waystation.backend.rt.internal.map.Directory;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;

/** Writes articles. Request Tracker has no drafts: an article is there, or disabled. */
final class ArticleWriter extends ObjectWriter {

    private static final Set<String> ITS_OWN =
            Set.of("createdAt", "updatedAt", "updatedBy", "revision", "ownerId", "visibility");

    private static final String ARCHIVED = "archived";

    ArticleWriter(RtServer server) {
        super(server, Numbered.ARTICLE, "article");
    }

    @Override
    Optional<EntityRecord> read(JsonNode article, long sequence) throws BackendException {
        return Optional.of(server.articles().read(article, sequence));
    }

    @Override
    boolean hasMarker(ObjectNode creation) {
        return Directory.named(server.directory().classes(), Json.text(creation.path("Class")))
                .filter(kind ->
                        kind.fields().contains(server.meaning().mapping().marker()))
                .isPresent();
    }

    @Override
    ObjectNode creation(Map<String, @Nullable Object> fields) throws NotKeptException {
        ObjectNode body = Json.object().put("Class", server.meaning().mapping().defaultClass());
        List<FieldChange> changes = new ArrayList<>();
        fields.forEach((field, value) -> {
            if (value != null && !field.equals("state")) {
                changes.add(new FieldChange(field, null, value));
            }
        });
        return fill(body, changes);
    }

    @Override
    ObjectNode update(List<FieldChange> changes, JsonNode current) throws NotKeptException {
        return fill(Json.object(), changes);
    }

    @Override
    ObjectNode deletion() {
        return Json.object().put("Disabled", 1);
    }

    @Override
    boolean isGone(UUID id) throws BackendException {
        return current(id)
                .filter(record -> !ARCHIVED.equals(record.data().get("state")))
                .isEmpty();
    }

    private ObjectNode fill(ObjectNode body, List<FieldChange> changes) throws NotKeptException {
        List<String> noPlace = new ArrayList<>();
        for (FieldChange change : changes) {
            String text = Fields.text(change.newValue());
            switch (change.field()) {
                case "title" -> body.put("Name", text);
                case "body" ->
                    body.withObject("/CustomFields")
                            .put(server.meaning().mapping().articleBody(), text);
                case "state" -> body.put("Disabled", text.equals(ARCHIVED) ? 1 : 0);
                default -> {
                    boolean nothing = Fields.same(change.field(), change.newValue(), null);
                    if (!nothing && !ITS_OWN.contains(change.field())) {
                        noPlace.add(change.field());
                    }
                }
            }
        }
        if (!noPlace.isEmpty()) {
            throw new NotKeptException(null, noPlace);
        }
        return body;
    }
}
