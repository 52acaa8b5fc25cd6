package org.waystation.store.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketFilter.Key;

/** Random tickets with the plainest answers to what may be asked of them: look at each, then sort. */
final class TicketWorld {

    private static final List<String> STATUSES = List.of(
            "new",
            "in_progress",
            "waiting_customer",
            "waiting_vendor",
            "scheduled",
            "resolved",
            "closed",
            "on_the_moon");
    private static final List<String> PRIORITIES = List.of("p1", "p2", "p3", "p4", "p9");
    private static final List<String> TYPES =
            List.of("incident", "service_request", "problem", "change", "maintenance", "alert");
    private static final List<String> ORIGINS = List.of("reactive", "proactive");
    private static final List<String> AGREEMENTS = List.of("managed", "block_hours", "break_fix");
    private static final List<String> SUBJECTS = List.of(
            "Backup failed on SRV-", "Printer offline at WS-", "Mailbox full: ", "Émile cannot print ", "backup late ");
    private static final List<String> TAGS = List.of("vip", "backup", "Follow-up");

    private final List<EntityRecord> records = new ArrayList<>();
    private final Map<UUID, Expected> tickets = new LinkedHashMap<>();
    private final UUID me;
    private static final Set<String> PAUSED = Set.of("waiting_customer", "waiting_vendor", "scheduled");
    private long sequence;

    /** One ticket as a person would read it off; empty texts for what it does not have. */
    record Expected(
            UUID id,
            int number,
            String subject,
            String companyName,
            String agreementKind,
            String assigneeName,
            boolean mine,
            String type,
            String origin,
            String priority,
            String status,
            @Nullable Instant due,
            @Nullable Instant updated,
            List<String> tags) {

        boolean open() {
            return isOpen(status);
        }

        boolean hasWords(List<String> words) {
            List<String> own = Stream.of((number + " " + fold(subject)).split("[^a-z0-9]+"))
                    .toList();
            return words.stream().allMatch(word -> own.stream().anyMatch(candidate -> candidate.startsWith(word)));
        }
    }

    TicketWorld(Random random, int count) {
        List<Named> users = named(EntityKind.USER, "Ada Obi", "Grace Lin", "Karl", "Zoë", "Grace Hall");
        List<Named> companies = named(
                EntityKind.COMPANY, "Harbour Dental", "müller & Söhne", "Alpine Legal", "Harbour Bikes", "Zenith");
        me = users.getFirst().id();
        List<Named> agreements = new ArrayList<>();
        for (String kind : AGREEMENTS) {
            agreements.add(add(EntityKind.AGREEMENT, kind, "kind"));
        }
        for (int i = 0; i < count; i++) {
            addTicket(random, i, users, companies, agreements);
        }
    }

    private record Named(UUID id, String name) {}

    List<EntityRecord> records() {
        return List.copyOf(records);
    }

    List<Expected> tickets() {
        return List.copyOf(tickets.values());
    }

    Expected byId(UUID id) {
        return Objects.requireNonNull(tickets.get(id));
    }

    Optional<UUID> me() {
        return Optional.of(me);
    }

    static boolean isOpen(String status) {
        return !status.equals("resolved") && !status.equals("closed");
    }

    List<Expected> matching(TicketFilter filter) {
        return tickets.values().stream()
                .filter(anyOf(filter, Key.ASSIGNEE, this::assignedTo))
                .filter(anyOf(
                        filter,
                        Key.STATUS,
                        (t, v) -> v.equals("open") ? t.open() : t.status().equals(code(v))))
                .filter(anyOf(filter, Key.PRIORITY, (t, v) -> t.priority().equals(code(v))))
                .filter(anyOf(filter, Key.TYPE, (t, v) -> t.type().equals(code(v))))
                .filter(anyOf(filter, Key.ORIGIN, (t, v) -> t.origin().equals(code(v))))
                .filter(anyOf(
                        filter, Key.COMPANY, (t, v) -> fold(t.companyName()).contains(fold(v))))
                .filter(anyOf(
                        filter,
                        Key.AGREEMENT,
                        (t, v) -> v.equals("none")
                                ? t.agreementKind().isEmpty()
                                : t.agreementKind().equals(code(v))))
                .filter(anyOf(
                        filter,
                        Key.TAG,
                        (t, v) -> t.tags().stream().anyMatch(tag -> fold(tag).equals(fold(v)))))
                .filter(t -> t.hasWords(filter.words()))
                .toList();
    }

    Comparator<Expected> comparator(TicketColumn column, boolean descending) {
        return switch (column) {
            case NUMBER -> by(Expected::number, descending);
            case COMPANY -> by(t -> present(fold(t.companyName())), descending);
            case SUBJECT -> by(t -> fold(t.subject()), descending);
            case STATUS -> by(t -> rank(STATUSES, t.status()), descending);
            case PRIORITY -> by(t -> rank(PRIORITIES, t.priority()), descending);
            case ASSIGNEE -> by(t -> present(fold(t.assigneeName())), descending);
            case SLA_DUE -> by(t -> PAUSED.contains(t.status()) ? null : t.due(), descending);
            case ORIGIN -> by(t -> rank(ORIGINS, t.origin()), descending);
            case AGREEMENT ->
                by(t -> t.agreementKind().isEmpty() ? null : rank(AGREEMENTS, t.agreementKind()), descending);
            case UPDATED -> by(Expected::updated, descending);
        };
    }

    /** What has no value comes last in either direction. */
    private static <T extends Comparable<? super T>> Comparator<Expected> by(
            Function<Expected, @Nullable T> value, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(order));
    }

    private boolean assignedTo(Expected ticket, String typed) {
        return switch (typed) {
            case "me" -> ticket.mine();
            case "none" -> ticket.assigneeName().isEmpty();
            default -> fold(ticket.assigneeName()).contains(fold(typed));
        };
    }

    private static Predicate<Expected> anyOf(TicketFilter filter, Key key, BiPredicate<Expected, String> test) {
        List<String> values = filter.values(key);
        return ticket -> values.isEmpty() || values.stream().anyMatch(value -> test.test(ticket, value));
    }

    private List<Named> named(EntityKind kind, String... names) {
        List<Named> made = new ArrayList<>();
        for (String name : names) {
            made.add(add(kind, name, "name"));
        }
        return made;
    }

    private Named add(EntityKind kind, String value, String field) {
        UUID id = Sample.id();
        records.add(Sample.record(kind, id, 1, ++sequence, field, value));
        return new Named(id, value);
    }

    private void addTicket(Random random, int i, List<Named> users, List<Named> companies, List<Named> agreements) {
        Named user = maybe(random, users);
        Named company = maybe(random, companies);
        Named agreement = maybe(random, agreements);
        Instant due = random.nextInt(5) == 0 ? null : Sample.NOON.plus(Duration.ofMinutes(random.nextInt(5_000)));
        Instant updated = random.nextInt(20) == 0 ? null : Sample.NOON.minus(Duration.ofMinutes(random.nextInt(5_000)));
        List<String> tags = TAGS.stream().filter(tag -> random.nextInt(6) == 0).toList();
        Expected ticket = new Expected(
                Sample.id(),
                1_000 + i,
                one(random, SUBJECTS) + random.nextInt(300),
                company == null ? "" : company.name(),
                agreement == null ? "" : agreement.name(),
                user == null ? "" : user.name(),
                user != null && user.id().equals(me),
                one(random, TYPES),
                one(random, ORIGINS),
                one(random, PRIORITIES),
                one(random, STATUSES),
                due,
                updated,
                tags);
        tickets.put(ticket.id(), ticket);
        records.add(Sample.ticket(
                ticket.id(),
                1,
                ++sequence,
                "number",
                ticket.number(),
                "subject",
                ticket.subject(),
                "type",
                ticket.type(),
                "origin",
                ticket.origin(),
                "priority",
                ticket.priority(),
                "status",
                ticket.status(),
                "companyId",
                id(company),
                "agreementId",
                id(agreement),
                "assigneeId",
                id(user),
                "resolutionDueAt",
                text(due),
                "updatedAt",
                text(updated),
                "tags",
                tags));
    }

    private static @Nullable Named maybe(Random random, List<Named> some) {
        return random.nextInt(8) == 0 ? null : one(random, some);
    }

    private static <T> T one(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static @Nullable String id(@Nullable Named named) {
        return named == null ? null : named.id().toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    private static int rank(List<String> known, String code) {
        return known.indexOf(code);
    }

    private static String code(String typed) {
        return typed.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("é", "e")
                .replace("ë", "e")
                .replace("ü", "u")
                .replace("ö", "o");
    }
}
