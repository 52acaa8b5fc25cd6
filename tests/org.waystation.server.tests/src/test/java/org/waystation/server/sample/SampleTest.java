package org.waystation.server.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.TicketType;
import org.waystation.api.record.EntityKind;
import org.waystation.server.kind.FieldDefinition;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.record.Json;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:34:00Z");
    private static final MachineFacts MACHINE =
            new MachineFacts("bench-7", "Acme", "Anvil", Map.of("memory", "4.0 GiB"));

    private record Made(EntityKind kind, UUID id, Optional<UUID> company, ObjectNode data) {}

    private final Map<UUID, Made> small = make(plan("small", 42));

    @Test
    void theSameSeedMakesTheSameData() {
        assertEquals(hash(plan("small", 42)), hash(plan("small", 42)));
    }

    @Test
    void anotherSeedMakesOtherData() {
        assertNotEquals(hash(plan("small", 42)), hash(plan("small", 43)));
    }

    @Test
    void thePlanIsKept() {
        Map<EntityKind, Long> counts =
                small.values().stream().collect(Collectors.groupingBy(Made::kind, Collectors.counting()));
        assertEquals(5, counts.get(EntityKind.COMPANY));
        assertEquals(300, counts.get(EntityKind.ASSET));
        assertEquals(2_000, counts.get(EntityKind.TICKET));
        assertEquals(9, counts.get(EntityKind.USER));
        assertTrue(counts.get(EntityKind.NOTE) > 3 * 2_000);
    }

    @Test
    void everyRecordIsOneThatTheServerWouldTake() {
        for (Made made : small.values()) {
            KindDefinition kind = Kinds.find(made.kind()).orElseThrow();
            for (Map.Entry<String, JsonNode> field : made.data().properties()) {
                FieldDefinition definition = kind.field(field.getKey()).orElseThrow();
                assertEquals(
                        Optional.empty(), definition.type().check(field.getValue()), () -> made + "." + field.getKey());
                assertEquals(field.getValue(), definition.type().normal(field.getValue()), () -> made.toString());
            }
            kind.fields().values().stream()
                    .filter(FieldDefinition::required)
                    .forEach(field ->
                            assertTrue(made.data().hasNonNull(field.name()), () -> made + " lacks " + field.name()));
        }
    }

    @Test
    void everyReferenceLeadsToARecordOfTheSameCompany() {
        for (Made made : small.values()) {
            for (FieldDefinition field :
                    Kinds.find(made.kind()).orElseThrow().fields().values()) {
                if (made.data().has(field.name())) {
                    for (FieldType.Pointer pointer :
                            field.type().pointers(made.data().get(field.name()))) {
                        Made target = small.get(pointer.id());
                        assertTrue(target != null, () -> made + " " + field.name());
                        assertTrue(pointer.targets().contains(target.kind()), made::toString);
                        assertTrue(
                                target.company().isEmpty() || target.company().equals(made.company()), made::toString);
                    }
                }
            }
        }
    }

    @Test
    void theTechnicianHasAQueue() {
        List<Made> queue = queue();
        assertEquals(37, queue.size());
        List<Duration> left = queue.stream()
                .map(ticket -> Duration.between(
                        NOW, Instant.parse(ticket.data().get("resolutionDueAt").textValue())))
                .toList();
        assertTrue(left.stream().anyMatch(Duration::isNegative), "some are overdue");
        assertTrue(left.stream().anyMatch(d -> d.isPositive() && d.toMinutes() < 60), "some within the hour");
        assertTrue(left.stream().anyMatch(d -> d.toHours() >= 2 && d.toHours() < 10), "some today");
        assertTrue(left.stream().anyMatch(d -> d.toHours() >= 20 && d.toHours() < 36), "some tomorrow");
        assertTrue(left.stream().anyMatch(d -> d.toDays() >= 3), "some later");
        Set<String> statuses = queue.stream()
                .map(ticket -> ticket.data().get("status").textValue())
                .collect(Collectors.toSet());
        assertTrue(statuses.size() >= 4, statuses.toString());
    }

    @Test
    void theTicketsOfTheDesignsPictureAreThere() {
        Map<Long, Made> byNumber = new HashMap<>();
        queue().forEach(ticket -> byNumber.put(ticket.data().get("number").longValue(), ticket));
        Map<Long, String> shown = new LinkedHashMap<>();
        shown.put(48213L, "Nightly backup of FS-01 failed twice in a row|Harbour Dental|p1|managed|PT42M");
        shown.put(48207L, "Outlook asks for password after update|Lindqvist Law|p2|break_fix|PT2H10M");
        shown.put(48198L, "Replace switch in rack B, firmware end of support|Kestrel Foods|p3|managed|PT26H");
        shown.put(48190L, "New starter Monday: laptop, accounts, phone|Harbour Dental|p3|managed|PT102H");
        shown.put(48177L, "VPN drops every 20 minutes for two users|Oak & Ember|p2|block_hours|PT7H");
        shown.put(48169L, "Quarterly restore test|Kestrel Foods|p4|managed|PT192H");
        shown.put(48160L, "Printer on 2nd floor prints blank pages|Lindqvist Law|p3|break_fix|PT29H");
        shown.forEach((number, text) -> {
            ObjectNode data = byNumber.get(number).data();
            Made company = small.get(UUID.fromString(data.get("companyId").textValue()));
            Made agreement = small.get(UUID.fromString(data.get("agreementId").textValue()));
            Duration left = Duration.between(
                    NOW, Instant.parse(data.get("resolutionDueAt").textValue()));
            assertEquals(
                    text,
                    String.join(
                            "|",
                            data.get("subject").textValue(),
                            company.data().get("name").textValue(),
                            data.get("priority").textValue(),
                            agreement.data().get("kind").textValue(),
                            left.toString()));
        });
        Made backup = byNumber.get(48213L);
        assertEquals(
                "FS-01",
                small.get(UUID.fromString(backup.data().get("assetId").textValue()))
                        .data()
                        .get("name")
                        .textValue());
        List<String> authors = small.values().stream()
                .filter(made ->
                        made.data().path("ticketId").asText().equals(backup.id().toString())
                                && made.data().has("body"))
                .map(made -> made.data().get("authorName").textValue())
                .toList();
        assertEquals(List.of("Monitoring", "Mara Svensson", "Tom Reyes"), authors);
        assertTrue(text(47911).contains("FS-01"));
        assertTrue(text(46102).contains("91 %"));
    }

    @Test
    void allKindsOfAgreementsAndWorkOccur() {
        Set<String> agreements = values(EntityKind.AGREEMENT, "kind");
        AgreementKind.KNOWN.forEach(kind -> assertTrue(agreements.contains(kind.code())));
        Set<String> types = values(EntityKind.TICKET, "type");
        TicketType.KNOWN.forEach(type -> assertTrue(types.contains(type.code())));
    }

    @Test
    void oneAssetIsTheMachineItself() {
        List<Made> machines = small.values().stream()
                .filter(made -> made.data().path("name").asText().equals("bench-7"))
                .toList();
        assertEquals(1, machines.size());
        assertEquals(
                "4.0 GiB", machines.getFirst().data().at("/properties/memory").asText());
    }

    @Test
    void everyTextIsFilledIn() {
        for (Made made : small.values()) {
            for (String field : List.of("subject", "body", "comment")) {
                String text = made.data().path(field).asText();
                assertFalse(
                        text.contains("{")
                                || text.contains("}")
                                || text.toLowerCase(java.util.Locale.ROOT).contains("lorem"),
                        text);
            }
        }
        assertTrue(values(EntityKind.TICKET, "subject").size() > 800, "subjects differ");
    }

    @Test
    void timesAreInOrderAndNothingLiesInTheFuture() {
        long number = 0;
        for (Made made : small.values()) {
            if (made.kind().equals(EntityKind.TICKET)) {
                ObjectNode data = made.data();
                assertTrue(data.get("number").longValue() > number);
                number = data.get("number").longValue();
                Instant created = Instant.parse(data.get("createdAt").textValue());
                Instant updated = Instant.parse(data.get("updatedAt").textValue());
                assertFalse(created.isAfter(updated), data::toString);
                assertTrue(updated.isBefore(NOW), data::toString);
                assertTrue(created.isAfter(NOW.minus(Duration.ofDays(366))), data::toString);
            }
        }
    }

    private List<Made> queue() {
        UUID technician = small.values().stream()
                .filter(made -> made.data().path("email").asText().equals(SampleStaff.TECHNICIAN_EMAIL))
                .findFirst()
                .orElseThrow()
                .id();
        return small.values().stream()
                .filter(made -> made.kind().equals(EntityKind.TICKET))
                .filter(made -> made.data().path("assigneeId").asText().equals(technician.toString()))
                .filter(made -> !Set.of("resolved", "closed")
                        .contains(made.data().get("status").textValue()))
                .toList();
    }

    private String text(long number) {
        Made ticket = small.values().stream()
                .filter(made -> made.data().path("number").asLong() == number)
                .findFirst()
                .orElseThrow();
        return small.values().stream()
                .filter(made ->
                        made.data().path("ticketId").asText().equals(ticket.id().toString()))
                .map(made -> made.data().path("body").asText())
                .collect(Collectors.joining("\n", ticket.data().get("subject").textValue(), ""));
    }

    private Set<String> values(EntityKind kind, String field) {
        return small.values().stream()
                .filter(made -> made.kind().equals(kind))
                .map(made -> made.data().path(field).asText())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static SamplePlan plan(String name, long seed) {
        return SamplePlan.named(name, seed, NOW).orElseThrow();
    }

    private static Map<UUID, Made> make(SamplePlan plan) {
        Map<UUID, Made> made = new LinkedHashMap<>();
        List<UUID> twice = new ArrayList<>();
        new SampleGenerator(plan, Optional.of(MACHINE)).generate((kind, id, company, json, length) -> {
            ObjectNode data = Json.parseStored(new String(json, 0, length, StandardCharsets.UTF_8));
            if (made.put(id, new Made(kind, id, company, data)) != null) {
                twice.add(id);
            }
        });
        assertEquals(List.of(), twice);
        return made;
    }

    private static String hash(SamplePlan plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new SampleGenerator(plan, Optional.of(MACHINE)).generate((kind, id, company, json, length) -> {
                digest.update((kind + " " + id + " " + company + " ").getBytes(StandardCharsets.UTF_8));
                digest.update(json, 0, length);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
