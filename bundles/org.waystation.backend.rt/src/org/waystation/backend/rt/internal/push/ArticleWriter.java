package org.waystation.backend.rt.internal.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final Set<String> UNKEPT = Set.of("state", "companyId", "ticketIds", "assetIds");

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
    ObjectNode place(Map<String, @Nullable Object> fields) {
        return Json.object().put("Class", server.meaning().mapping().defaultClass());
    }

    /**
     * One that is made is there. Whose it is and what it is linked with has no place there; the text that somebody wrote is
     * not held up by that, and the record that comes back shows it.
     */
    @Override
    boolean placed(String field) {
        return UNKEPT.contains(field);
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

    @Override
    boolean put(ObjectNode body, FieldChange change) {
        String text = Fields.text(change.newValue());
        switch (change.field()) {
            case "title" -> body.put("Name", text);
            case "body" ->
                body.withObject("/CustomFields").put(server.meaning().mapping().articleBody(), text);
            case "state" -> body.put("Disabled", text.equals(ARCHIVED) ? 1 : 0);
            default -> {
                return ITS_OWN.contains(change.field()) || Fields.same(change.field(), change.newValue(), null);
            }
        }
        return true;
    }
}
