package org.waystation.server.kind;

import java.util.Collections;
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

    public Optional<FieldDefinition> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The fields that refer to other records. */
    public List<FieldDefinition> references() {
        return fields.values().stream()
                .filter(field -> field.type() instanceof FieldType.Reference)
                .toList();
    }

    @Override
    public String toString() {
        return kind.code();
    }
}
