package org.waystation.e2e;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;

/** Seeded random tickets whose subjects hold a few words everywhere and many words seldom, as real ones do. */
final class BenchTickets {

    static final List<String> COMMON =
            List.of("backup", "server", "failed", "update", "printer", "user", "mail", "the");

    static final int COMPANIES = 50;
    static final int USERS = 30;
    private static final int RARE_WORDS = 20_000;
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> STATUSES = List.of(
            "new", "in_progress", "waiting_customer", "scheduled", "resolved", "closed", "closed", "closed", "closed");

    private final Random random = new Random(20260302);

    static UUID user(int number) {
        return new UUID(10, number);
    }

    List<EntityRecord> beside() {
        List<EntityRecord> records = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            records.add(record(EntityKind.USER, user(i), Map.of("name", "Technician " + i)));
        }
        for (int i = 0; i < COMPANIES; i++) {
            records.add(record(EntityKind.COMPANY, new UUID(11, i), Map.of("name", "Company " + word(i * 37))));
        }
        return records;
    }

    EntityRecord ticket(int number) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        Instant updated = BEGIN.plusSeconds(random.nextInt(60_000_000));
        fields.put("number", number);
        fields.put("subject", subject());
        fields.put("description", "What was seen and tried, in some sentences. ".repeat(6));
        fields.put("status", STATUSES.get(random.nextInt(STATUSES.size())));
        fields.put("priority", "p" + (1 + random.nextInt(4)));
        fields.put("type", random.nextBoolean() ? "incident" : "service_request");
        fields.put("origin", random.nextInt(4) == 0 ? "proactive" : "reactive");
        fields.put("companyId", new UUID(11, random.nextInt(COMPANIES)).toString());
        fields.put("assigneeId", user(random.nextInt(USERS)).toString());
        fields.put(
                "resolutionDueAt", updated.plusSeconds(random.nextInt(900_000)).toString());
        fields.put("updatedAt", updated.toString());
        return record(EntityKind.TICKET, new UUID(12, number), fields);
    }

    /** What was written at a ticket: forty words or so. */
    EntityRecord note(int ticket) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            body.append(subject()).append(". ");
        }
        return record(
                EntityKind.NOTE,
                new UUID(14, ticket),
                Map.of(
                        "ticketId",
                        new UUID(12, ticket).toString(),
                        "body",
                        body.toString(),
                        "createdAt",
                        BEGIN.toString()));
    }

    private String subject() {
        StringBuilder subject = new StringBuilder();
        int words = 4 + random.nextInt(5);
        for (int i = 0; i < words; i++) {
            String next = random.nextInt(3) == 0
                    ? COMMON.get(random.nextInt(COMMON.size()))
                    : word(random.nextInt(RARE_WORDS));
            subject.append(subject.isEmpty() ? "" : " ").append(next);
        }
        return subject.toString();
    }

    /** What a person types: the beginnings of one to three words. */
    String typed() {
        StringBuilder typed = new StringBuilder();
        int words = 1 + random.nextInt(3);
        for (int i = 0; i < words; i++) {
            String next =
                    random.nextBoolean() ? COMMON.get(random.nextInt(COMMON.size())) : word(random.nextInt(RARE_WORDS));
            int letters = Math.min(next.length(), 2 + random.nextInt(5));
            typed.append(typed.isEmpty() ? "" : " ").append(next, 0, letters);
        }
        return typed.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A word made of syllables, the same for the same number. */
    private static String word(int number) {
        String syllables = "balodimerunosatevikupagefihomu";
        StringBuilder word = new StringBuilder();
        int rest = number + 31;
        while (rest > 0) {
            int at = 2 * (rest % 15);
            word.append(syllables, at, at + 2);
            rest /= 15;
        }
        return word.toString();
    }

    private static EntityRecord record(EntityKind kind, UUID id, Map<String, ? extends @Nullable Object> fields) {
        return new EntityRecord(kind, id, 1, 1, new HashMap<>(fields));
    }
}
