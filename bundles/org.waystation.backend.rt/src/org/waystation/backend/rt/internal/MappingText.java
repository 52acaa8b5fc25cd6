package org.waystation.backend.rt.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.waystation.backend.rt.RtMapping;

/** The mapping as JSON for people: indented, maps in order. */
public final class MappingText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public static String write(RtMapping mapping) {
        try {
            return MAPPER.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping can always be written.", e);
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    public static RtMapping read(String text) {
        try {
            return MAPPER.readValue(text, RtMapping.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("This is no mapping: " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This file is no JSON.", e);
        }
    }

    private MappingText() {}
}
