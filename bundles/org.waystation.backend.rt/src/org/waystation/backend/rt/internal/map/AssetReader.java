package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.internal.map.Directory.Place;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.RtTimes;

/** Reads assets, from lists and alone. */
public final class AssetReader {

    /** What a list of assets has to bring for this. */
    public static final String FIELDS = "Name,Status,Catalog,Owner,HeldBy,Contact,Description,LastUpdated,CustomFields";

    private static final List<String> UNKEPT = List.of(
            "siteId",
            "location",
            "manufacturer",
            "model",
            "serial",
            "supplier",
            "purchasedOn",
            "warrantyEndsOn",
            "supportEndsOn",
            "refreshPlannedOn",
            "retiredOn",
            "tags",
            "relations",
            "properties");

    private final Meaning meaning;
    private final Directory directory;
    private final Numbers numbers;

    public AssetReader(Meaning meaning, Directory directory, Numbers numbers) {
        this.meaning = meaning;
        this.directory = directory;
        this.numbers = numbers;
    }

    public static boolean isLive(JsonNode asset) {
        return !Json.text(asset.path("Status")).equals("deleted");
    }

    public EntityRecord read(JsonNode asset, long sequence) throws BackendException {
        RtMapping mapping = meaning.mapping();
        UUID id = numbers.learn(Numbered.ASSET, asset);
        String catalog = directory
                .catalog(Json.number(asset.path("Catalog").path("id")))
                .map(Place::name)
                .orElse("");
        List<String> people = new ArrayList<>(Json.references(asset.path("Contact")));
        people.addAll(Json.references(asset.path("HeldBy")));
        Optional<Company> company = meaning.companyOf(asset, people, "", directory);
        long version = RtTimes.read(Json.text(asset.path("LastUpdated")))
                .map(Instant::getEpochSecond)
                .orElse(1L);
        Record record = new Record()
                .text("name", Json.text(asset.path("Name")))
                .id("companyId", company.map(meaning::id))
                .id("agreementId", company.flatMap(meaning::agreement))
                .text("kind", meaning.assetKind(catalog))
                .text("state", meaning.assetState(Json.text(asset.path("Status"))))
                .text("role", Json.text(asset.path("Description")));
        mapping.assetFields().forEach((field, name) -> record.text(field, Json.customText(asset, name)));
        record.map("customFields", others(asset));
        return record.as(EntityKind.ASSET, id, version, sequence, mayDo(mapping));
    }

    /** What of an asset here has no place there: all that is neither in a field of its own nor in a custom one. */
    public static List<String> mayDo(RtMapping mapping) {
        List<String> words = new ArrayList<>(List.of("update", "delete", "not:agreementId"));
        UNKEPT.stream()
                .filter(field -> !mapping.assetFields().containsKey(field))
                .forEach(field -> words.add("not:" + field));
        return words;
    }

    private Map<String, String> others(JsonNode asset) {
        RtMapping mapping = meaning.mapping();
        Map<String, String> fields = new LinkedHashMap<>();
        for (JsonNode field : asset.path("CustomFields")) {
            String name = Json.text(field.path("name"));
            boolean ours = name.equals(mapping.marker())
                    || mapping.assetFields().containsValue(name)
                    || meaning.companyByField() && name.equals(mapping.companyField());
            List<String> values = new ArrayList<>();
            field.path("values").forEach(value -> values.add(Json.text(value)));
            if (!ours && !values.isEmpty()) {
                fields.put(name, String.join(", ", values));
            }
        }
        return fields;
    }
}
