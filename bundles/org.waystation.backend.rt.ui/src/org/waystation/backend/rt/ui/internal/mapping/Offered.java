package org.waystation.backend.rt.ui.internal.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;

/** What there is to choose from: what was found on the server, and what the mapping speaks of already. */
record Offered(
        List<String> queues,
        List<String> catalogs,
        List<String> classes,
        List<String> ticketFields,
        List<String> assetFields,
        List<String> articleFields,
        List<String> statuses,
        List<String> assetStatuses) {

    static Offered of(RtMapping mapping, Optional<RtFindings> found) {
        Set<String> owned = new LinkedHashSet<>();
        mapping.companies().forEach(company -> owned.addAll(company.queues()));
        mapping.queues().forEach(queue -> owned.add(queue.name()));
        owned.add(mapping.defaultQueue());
        Set<String> catalogs = new LinkedHashSet<>(List.of(mapping.defaultCatalog()));
        mapping.catalogs().forEach(catalog -> catalogs.add(catalog.name()));
        return new Offered(
                all(found.map(one -> one.queues().keySet()), owned),
                all(found.map(RtFindings::catalogs), catalogs),
                all(found.map(RtFindings::classes), List.of(mapping.defaultClass())),
                all(found.map(RtFindings::ticketFields), List.of(mapping.companyField(), mapping.typeField())),
                all(found.map(RtFindings::assetFields), mapping.assetFields().values()),
                all(found.map(RtFindings::articleFields), List.of(mapping.articleBody())),
                all(found.map(RtFindings::statuses), mapping.statusIn().keySet()),
                all(found.map(RtFindings::assetStatuses), mapping.assetStateIn().keySet()));
    }

    /** Without the marker's field, which is nobody's to choose, and without nothing. */
    private static List<String> all(Optional<? extends Collection<String>> found, Collection<String> spoken) {
        Set<String> all = new LinkedHashSet<>();
        found.ifPresent(all::addAll);
        spoken.stream().sorted().forEach(all::add);
        all.remove("");
        all.remove(RtMapping.MARKER);
        return List.copyOf(all);
    }
}
