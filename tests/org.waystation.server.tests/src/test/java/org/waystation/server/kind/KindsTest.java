package org.waystation.server.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waystation.conformance.Contract;
import org.waystation.server.problem.ProblemCode;
import tools.jackson.databind.JsonNode;

/** What the server enforces and what it publishes are the same. */
class KindsTest {

    private static final JsonNode DOCUMENT = new Contract().document();

    static Stream<KindDefinition> kinds() {
        return Kinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fieldsAreThePublishedOnes(KindDefinition kind) {
        assertEquals(
                kind.fields().keySet(),
                new HashSet<>(schema(kind).path("properties").propertyNames()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void requiredFieldsAreThePublishedOnes(KindDefinition kind) {
        Set<String> published = new HashSet<>();
        schema(kind).path("required").forEach(name -> published.add(name.asString()));
        Set<String> enforced = new HashSet<>();
        kind.fields().values().stream().filter(FieldDefinition::required).forEach(field -> enforced.add(field.name()));
        assertEquals(published, enforced);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void limitsAndWordsAreThePublishedOnes(KindDefinition kind) {
        for (FieldDefinition field : kind.fields().values()) {
            JsonNode published = schema(kind).path("properties").path(field.name());
            String what = kind.kind() + "." + field.name();
            assertEquals(published.path("readOnly").asBoolean(false), field.keptByServer(), what);
            switch (field.type()) {
                case FieldType.Text text -> {
                    assertEquals(text.max(), published.path("maxLength").asInt(), what);
                    assertEquals(text.min(), published.path("minLength").asInt(0), what);
                }
                case FieldType.Whole whole ->
                    assertEquals(whole.min(), published.path("minimum").asLong(), what);
                case FieldType.Word word -> {
                    Set<String> words = new TreeSet<>();
                    published.path("x-extensible-enum").forEach(value -> words.add(value.asString()));
                    assertEquals(new TreeSet<>(word.known()), words, what);
                }
                case FieldType.Texts texts ->
                    assertEquals(texts.maxItems(), published.path("maxItems").asInt(), what);
                case FieldType.Properties properties ->
                    assertEquals(
                            properties.maxItems(),
                            published.path("maxProperties").asInt(),
                            what);
                case FieldType.Moment moment -> assertTrue(refers(published, "Instant"), what);
                case FieldType.Day day -> assertTrue(refers(published, "Date"), what);
                case FieldType.Reference reference -> assertTrue(refers(published, "Id"), what);
                case FieldType.AnyReference any -> assertTrue(refers(published, "Id"), what);
                case TimeZoneName zone -> assertTrue(refers(published, "TimeZone"), what);
                case Matching matching ->
                    assertTrue(
                            refers(published, "Id")
                                    || published
                                            .path("pattern")
                                            .asString("")
                                            .equals("^" + matching.form().pattern() + "$"),
                            what);
                case ListOf list ->
                    assertEquals(list.maxItems(), published.path("maxItems").asInt(), what);
                case Structure structure -> {
                    JsonNode object = refers(published, "Money") ? DOCUMENT.at("/components/schemas/Money") : published;
                    assertEquals(
                            structure.members().keySet(),
                            new HashSet<>(object.path("properties").propertyNames()),
                            what);
                }
                case FieldType.Flag flag ->
                    assertEquals("boolean", published.path("type").asString(), what);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void collectionsAndFiltersAreThePublishedOnes(KindDefinition kind) {
        JsonNode list = DOCUMENT.path("paths").path("/v1/" + kind.path()).path("get");
        Set<String> published = new HashSet<>();
        list.path("parameters")
                .forEach(parameter -> published.add(parameter.path("name").asString("")));
        published.remove("");
        assertEquals(new HashSet<>(kind.filters()), published);
        assertTrue(DOCUMENT.path("paths").has("/v1/" + kind.path() + "/{id}"));
    }

    @Test
    void problemCodesAreThePublishedOnes() {
        Set<String> published = new TreeSet<>();
        DOCUMENT.at("/components/schemas/Problem/properties/code/x-extensible-enum")
                .forEach(code -> published.add(code.asString()));
        Set<String> used = new TreeSet<>();
        Stream.of(ProblemCode.values()).map(ProblemCode::code).forEach(used::add);
        assertEquals(used, published);
    }

    private static boolean refers(JsonNode published, String schema) {
        return published.path("$ref").asString("").equals("#/components/schemas/" + schema);
    }

    private static JsonNode schema(KindDefinition kind) {
        String code = kind.kind().code();
        String name = Character.toUpperCase(code.charAt(0)) + code.substring(1);
        return DOCUMENT.path("components").path("schemas").path(name);
    }
}
