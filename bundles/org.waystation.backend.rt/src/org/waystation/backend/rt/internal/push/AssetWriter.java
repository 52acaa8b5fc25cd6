package org.waystation.backend.rt.internal.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.FieldChange;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.internal.RtServer;
import org.waystation.backend.rt.internal.map.AssetReader;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;

/** Writes assets. */
final class AssetWriter extends ObjectWriter {

    AssetWriter(RtServer server) {
        super(server, Numbered.ASSET, "asset");
    }

    @Override
    Optional<EntityRecord> read(JsonNode asset, long sequence) throws BackendException {
        return AssetReader.isLive(asset) ? Optional.of(server.assets().read(asset, sequence)) : Optional.empty();
    }

    @Override
    boolean hasMarker(ObjectNode creation) {
        return server.directory()
                .assetFields()
                .contains(server.meaning().mapping().marker());
    }

    @Override
    ObjectNode place(Map<String, @Nullable Object> fields) {
        return Json.object().put("Catalog", server.meaning().catalogFor(Fields.text(fields.get("kind"))));
    }

    @Override
    boolean placed(String field) {
        return field.equals("kind");
    }

    @Override
    ObjectNode deletion() {
        return Json.object().put("Status", "deleted");
    }

    @Override
    boolean put(ObjectNode body, FieldChange change) {
        RtMapping mapping = server.meaning().mapping();
        String text = Fields.text(change.newValue());
        String custom = mapping.assetFields().get(change.field());
        if (custom != null) {
            body.withObject("/CustomFields").put(custom, text);
            return true;
        }
        switch (change.field()) {
            case "name" -> body.put("Name", text);
            case "role" -> body.put("Description", text);
            case "state" -> body.put("Status", server.meaning().assetStateOut(text));
            case "kind" -> body.put("Catalog", server.meaning().catalogFor(text));
            case "companyId" -> company(body, change.newValue());
            case "agreementId" -> {
                return true; // follows from the company
            }
            case "customFields" -> {
                Map<String, String> before = Fields.map(change.oldValue());
                Fields.map(change.newValue()).forEach((name, value) -> {
                    if (!value.equals(before.get(name))) {
                        body.withObject("/CustomFields").put(name, value);
                    }
                });
            }
            default -> {
                return Fields.same(change.field(), change.newValue(), null);
            }
        }
        return true;
    }

    private void company(ObjectNode body, @Nullable Object id) {
        Optional<Company> company = Fields.uuid(id).flatMap(server.meaning()::company);
        if (server.meaning().companyByField()) {
            body.withObject("/CustomFields")
                    .put(
                            server.meaning().mapping().companyField(),
                            company.map(Company::name).orElse(""));
        } else {
            var contacts = body.putArray("Contact");
            company.filter(one -> !one.contact().isEmpty()).ifPresent(one -> contacts.add(one.contact()));
        }
    }
}
