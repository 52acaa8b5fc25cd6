package org.waystation.assets.internal;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** The assets that are here, by company and serial, and by company and name. Read company by company as they are asked for. */
final class KnownAssets {

    private final Records records;
    private final Map<UUID, Map<String, Known>> serials = new HashMap<>();
    private final Map<UUID, Map<String, Known>> names = new HashMap<>();

    KnownAssets(Records records) {
        this.records = records;
    }

    /** An asset that is here. */
    record Known(UUID id, String name, Map<String, @Nullable Object> data) {

        /** Those of some fields that have another value here; properties that are not named stay as they are. */
        Map<String, @Nullable Object> different(Map<String, @Nullable Object> fields) {
            Map<String, @Nullable Object> different = new LinkedHashMap<>();
            fields.forEach((field, value) -> {
                Object wanted = field.equals("properties") ? merged(value) : value;
                if (!Objects.equals(wanted, data.get(field))) {
                    different.put(field, wanted);
                }
            });
            return different;
        }

        private Map<String, @Nullable Object> merged(@Nullable Object named) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            for (Object each : new Object[] {data.getOrDefault("properties", Map.of()), named}) {
                if (each instanceof Map<?, ?> members) {
                    members.forEach((key, value) -> all.put(String.valueOf(key), value));
                }
            }
            return all;
        }
    }

    /** By its serial where there is one, else by its name. */
    Optional<Known> find(UUID company, String serial, String name) {
        read(company);
        Known bySerial = serial.isEmpty()
                ? null
                : serials.getOrDefault(company, Map.of()).get(serial.toLowerCase(Locale.ROOT));
        if (bySerial != null) {
            return Optional.of(bySerial);
        }
        Known byName = names.getOrDefault(company, Map.of()).get(name.toLowerCase(Locale.ROOT));
        boolean another = byName != null
                && !serial.isEmpty()
                && byName.data().get("serial") instanceof String other
                && !other.isBlank();
        return another ? Optional.empty() : Optional.ofNullable(byName);
    }

    private void read(UUID company) {
        if (names.containsKey(company)) {
            return;
        }
        Map<String, Known> byName = new HashMap<>();
        Map<String, Known> bySerial = new HashMap<>();
        try {
            for (EntityRecord record : records.referring(EntityKind.ASSET, "companyId", company)) {
                String name = record.fields().text("name");
                Known known = new Known(record.id(), name, record.data());
                byName.putIfAbsent(name.toLowerCase(Locale.ROOT), known);
                String serial = record.fields().text("serial").toLowerCase(Locale.ROOT);
                if (!serial.isEmpty()) {
                    bySerial.putIfAbsent(serial, known);
                }
            }
        } catch (StoreException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        names.put(company, byName);
        serials.put(company, bySerial);
    }
}
