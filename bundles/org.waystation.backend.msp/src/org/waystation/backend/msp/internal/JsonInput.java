package org.waystation.backend.msp.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads JSON token by token, so that memory does not depend on how long the answer is. */
final class JsonInput implements AutoCloseable {

    /** Wide enough for the largest note with every character escaped. */
    private static final int LONGEST_TEXT = 4_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Buffers that are used again would keep the tokens that were read, for as long as the program runs.
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNameLength(1_000)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final JsonParser parser;

    JsonInput(InputStream body) throws IOException {
        parser = FACTORY.createParser(body);
    }

    /** Takes the value of one field of an object; what it does not want it leaves to {@link #skip}. */
    @FunctionalInterface
    interface FieldTaker {
        void take(String field) throws IOException;
    }

    /** Takes one element of an array. */
    @FunctionalInterface
    interface ElementTaker {
        void take() throws IOException;
    }

    /** Goes to the next value at the top; false at the end of the body. */
    boolean next() throws IOException {
        return parser.nextToken() != null;
    }

    /** Reads the body to its end, where nothing more may come. */
    void end() throws IOException {
        if (next()) {
            throw new MalformedAnswerException("More came after the end of the server's answer.");
        }
    }

    /** Reads the object that begins here. The parser stands on each field's value when the taker is called. */
    void object(FieldTaker taker) throws IOException {
        expect(JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            taker.take(field);
        }
    }

    /** Reads the array that begins here. The parser stands on each element when the taker is called. */
    void array(ElementTaker taker) throws IOException {
        expect(JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            taker.take();
        }
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING);
        return parser.getText();
    }

    /** The texts of a list; what else is in it is passed over. */
    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        array(() -> scalar().ifPresent(texts::add));
        return texts;
    }

    /** The text as characters that the caller wipes. */
    char[] secret() throws IOException {
        expect(JsonToken.VALUE_STRING);
        char[] secret = new char[parser.getTextLength()];
        System.arraycopy(parser.getTextCharacters(), parser.getTextOffset(), secret, 0, secret.length);
        return secret;
    }

    long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    boolean flag() throws IOException {
        if (!parser.currentToken().isBoolean()) {
            throw unexpected();
        }
        return parser.getBooleanValue();
    }

    /** A text or a number as text; empty for anything else, which is passed over. */
    Optional<String> scalar() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING || parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return Optional.of(parser.getText());
        }
        parser.skipChildren();
        return Optional.empty();
    }

    UUID uuid() throws IOException {
        String text = text();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswerException("The server's answer has an id that is none.", e);
        }
    }

    /** The whole number of seconds, or empty for null. */
    Optional<Long> optionalNumber() throws IOException {
        return isNull() ? Optional.empty() : Optional.of(number());
    }

    Map<String, @Nullable Object> map() throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object(field -> map.put(field, value()));
        return map;
    }

    /** Any value. Whole numbers are Integer, Long or BigInteger, others BigDecimal, so that none loses a digit. */
    private @Nullable Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map();
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                array(() -> list.add(value()));
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw unexpected();
        };
    }

    private void expect(JsonToken expected) throws IOException {
        if (parser.currentToken() != expected) {
            throw unexpected();
        }
    }

    private IOException unexpected() {
        return new MalformedAnswerException("The server's answer has a " + parser.currentToken()
                + " where none belongs, at " + parser.getParsingContext().pathAsPointer() + ".");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
