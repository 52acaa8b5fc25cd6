package org.waystation.assets.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Site;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Companies and their sites by name, as they were when they were read. */
final class Places {

    private final Map<String, List<UUID>> companies = new HashMap<>();
    private final Map<UUID, Map<String, UUID>> sites = new HashMap<>();
    private final Map<RecordRef, String> names = new HashMap<>();

    Places(Records records) throws StoreException {
        for (EntityRecord record : records.all(EntityKind.COMPANY)) {
            String name = record.fields().text("name");
            names.put(record.ref(), name);
            companies.computeIfAbsent(key(name), none -> new ArrayList<>()).add(record.id());
            Map<String, UUID> own = new HashMap<>();
            for (EntityRecord site : records.referring(EntityKind.SITE, "companyId", record.id())) {
                own.put(key(Site.of(site).name()), site.id());
                names.put(site.ref(), Site.of(site).name());
            }
            sites.put(record.id(), own);
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    List<UUID> companies(String name) {
        return companies.getOrDefault(key(name), List.of());
    }

    Optional<UUID> site(UUID company, String name) {
        return Optional.ofNullable(sites.getOrDefault(company, Map.of()).get(key(name)));
    }

    /** What a company or site is called; empty where it is not held here. */
    String name(EntityKind kind, Optional<UUID> id) {
        return id.map(known -> names.getOrDefault(new RecordRef(kind, known), ""))
                .orElse("");
    }
}
