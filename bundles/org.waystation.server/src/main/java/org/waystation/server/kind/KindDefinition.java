package org.waystation.server.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;

/**
 * One kind of record.
 *
 * @param path its collection under {@code /v1/}
 * @param fields by name, in the order in which they are documented
 * @param writable what technicians may do with it
 * @param parent the reference to the record it is a part of: it goes when that one goes
 * @param filters fields by which a listing can be narrowed
 */
public record KindDefinition(
        EntityKind kind,
        String path,
        Map<String, FieldDefinition> fields,
        Set<Operation.Type> writable,
        Optional<String> parent,
        List<String> filters) {

    public KindDefinition {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        writable = Set.copyOf(writable);
        filters = List.copyOf(filters);
    }

    /** A kind that technicians may change, without fields yet. */
    static KindDefinition of(EntityKind kind, String path) {
        return new KindDefinition(
                kind, path, Map.of(), EnumSet.allOf(Operation.Type.class), Optional.empty(), List.of());
    }

    KindDefinition readOnly() {
        return only();
    }

    KindDefinition only(Operation.Type... types) {
        return new KindDefinition(kind, path, fields, Set.of(types), parent, filters);
    }

    KindDefinition partOf(String field) {
        return new KindDefinition(kind, path, fields, writable, Optional.of(field), filters);
    }

    KindDefinition filteredBy(String... names) {
        return new KindDefinition(kind, path, fields, writable, parent, List.of(names));
    }

    KindDefinition with(FieldDefinition... definitions) {
        Map<String, FieldDefinition> byName = new LinkedHashMap<>();
        Arrays.stream(definitions).forEach(definition -> byName.put(definition.name(), definition));
        return new KindDefinition(kind, path, byName, writable, parent, filters);
    }

    public Optional<FieldDefinition> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The fields that are references themselves: a record is not deleted while one of these leads to it. */
    public List<FieldDefinition> references() {
        return fields.values().stream()
                .filter(field ->
                        field.type() instanceof FieldType.Reference || field.type() instanceof FieldType.AnyReference)
                .toList();
    }

    /** Whether records of this kind are parts of those of another one. */
    public boolean isPartOf(EntityKind whole) {
        return parent.map(fields::get)
                .filter(field -> switch (field.type()) {
                    case FieldType.Reference reference -> reference.target().equals(whole);
                    case FieldType.AnyReference any -> any.targets().contains(whole);
                    default -> false;
                })
                .isPresent();
    }

    @Override
    public String toString() {
        return kind.code();
    }
}
