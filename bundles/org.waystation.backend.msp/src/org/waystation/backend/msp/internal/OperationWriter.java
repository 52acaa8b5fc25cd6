package org.waystation.backend.msp.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/** Writes operations as the server takes them. */
final class OperationWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private OperationWriter() {}

    /** One operation in UTF-8 JSON. */
    static byte[] write(Operation operation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", operation.id().toString());
            json.writeStringField("type", operation.type().name().toLowerCase(Locale.ROOT));
            json.writeStringField("kind", operation.kind().code());
            json.writeStringField("entityId", operation.entityId().toString());
            json.writeNumberField("baseVersion", operation.baseVersion());
            json.writeArrayFieldStart("changes");
            for (FieldChange change : operation.changes()) {
                json.writeStartObject();
                json.writeStringField("field", change.field());
                json.writeFieldName("old");
                writeValue(json, change.oldValue());
                json.writeFieldName("new");
                writeValue(json, change.newValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("dependsOn");
            for (UUID dependency : operation.dependsOn()) {
                json.writeString(dependency.toString());
            }
            json.writeEndArray();
            json.writeStringField("performedAt", operation.performedAt().toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.doubleValue());
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    writeValue(json, element);
                }
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    writeValue(json, entry.getValue());
                }
                json.writeEndObject();
            }
            default ->
                throw new IllegalArgumentException(
                        "No JSON value: " + value.getClass().getName());
        }
    }
}
