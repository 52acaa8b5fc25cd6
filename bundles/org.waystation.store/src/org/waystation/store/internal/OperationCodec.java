package org.waystation.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.Fields;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.store.StoreException;

/** Queued operations and the reasons why some are parked, as JSON. */
final class OperationCodec {

    private OperationCodec() {}

    static byte[] write(Operation operation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", operation.id().toString());
        json.put("type", operation.type().name());
        json.put("kind", operation.kind().code());
        json.put("entityId", operation.entityId().toString());
        json.put("baseVersion", operation.baseVersion());
        json.put(
                "changes",
                operation.changes().stream().map(OperationCodec::change).toList());
        json.put("dependsOn", operation.dependsOn().stream().map(UUID::toString).toList());
        json.put("performedAt", operation.performedAt().toString());
        return Json.write(json);
    }

    static Operation operation(byte[] bytes) throws StoreException {
        Map<String, @Nullable Object> body = Json.read(bytes);
        Fields json = new Fields("operation", body);
        List<FieldChange> changes = new ArrayList<>();
        for (Map<String, @Nullable Object> change : objects(body, "changes")) {
            changes.add(
                    new FieldChange(new Fields("change", change).text("field"), change.get("old"), change.get("new")));
        }
        return new Operation(
                json.uuid("id").orElseThrow(),
                Operation.Type.valueOf(json.text("type")),
                new EntityKind(json.text("kind")),
                json.uuid("entityId").orElseThrow(),
                json.number("baseVersion").orElse(0L),
                changes,
                json.texts("dependsOn").stream().map(UUID::fromString).toList(),
                json.instant("performedAt").orElse(Instant.EPOCH));
    }

    static byte[] write(Problem problem) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", problem.code());
        json.put("title", problem.title());
        json.put("detail", problem.detail());
        json.put(
                "errors",
                problem.errors().stream()
                        .map(e -> Map.of("field", e.field(), "code", e.code(), "detail", e.detail()))
                        .toList());
        return Json.write(json);
    }

    static Problem problem(byte[] bytes) throws StoreException {
        Map<String, @Nullable Object> body = Json.read(bytes);
        Fields json = new Fields("problem", body);
        List<FieldError> errors = new ArrayList<>();
        for (Map<String, @Nullable Object> error : objects(body, "errors")) {
            Fields fields = new Fields("error", error);
            errors.add(new FieldError(fields.text("field"), fields.text("code"), fields.text("detail")));
        }
        return new Problem(json.text("code"), json.text("title"), json.text("detail"), errors);
    }

    private static Map<String, @Nullable Object> change(FieldChange change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", change.field());
        json.put("old", change.oldValue());
        json.put("new", change.newValue());
        return json;
    }

    private static List<Map<String, @Nullable Object>> objects(Map<String, @Nullable Object> body, String field) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        if (body.get(field) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> map) {
                    Map<String, @Nullable Object> object = new LinkedHashMap<>();
                    map.forEach((key, value) -> object.put(String.valueOf(key), value));
                    objects.add(object);
                }
            }
        }
        return objects;
    }
}
