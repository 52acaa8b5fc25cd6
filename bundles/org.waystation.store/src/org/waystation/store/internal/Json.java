package org.waystation.store.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waystation.store.StoreException;

/** Fields of records and operations as UTF-8 JSON (RFC 8259). */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectReader READER = MAPPER.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});
    private static final ObjectWriter WRITER = MAPPER.writer();

    private Json() {}

    static byte[] write(Map<String, @Nullable Object> fields) {
        try {
            return WRITER.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("These fields cannot be written as JSON.", e);
        }
    }

    static Map<String, @Nullable Object> read(byte[] json) throws StoreException {
        try {
            return READER.readValue(json);
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.CORRUPT, Faults.CORRUPT_MESSAGE, e);
        }
    }
}
