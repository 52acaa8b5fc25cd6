package org.waystation.server.kind;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waystation.api.record.EntityKind;

/** The kinds this server keeps. A test holds them against the OpenAPI document. */
public final class Kinds {

    /** What is referred to comes before what refers to it. */
    private static final Map<EntityKind, KindDefinition> BY_KIND =
            index(ProviderKinds.all(), CustomerKinds.all(), AssetKinds.all(), WorkKinds.all(), KnowledgeKinds.all());

    private Kinds() {}

    public static Collection<KindDefinition> all() {
        return BY_KIND.values();
    }

    public static Optional<KindDefinition> find(EntityKind kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }

    /** The kind by its word on the wire. */
    public static Optional<KindDefinition> find(String code) {
        return all().stream()
                .filter(definition -> definition.kind().code().equals(code))
                .findFirst();
    }

    @SafeVarargs
    private static Map<EntityKind, KindDefinition> index(List<KindDefinition>... groups) {
        Map<EntityKind, KindDefinition> byKind = new LinkedHashMap<>();
        for (List<KindDefinition> group : groups) {
            group.forEach(definition -> byKind.put(definition.kind(), definition));
        }
        return Collections.unmodifiableMap(byKind);
    }
}
