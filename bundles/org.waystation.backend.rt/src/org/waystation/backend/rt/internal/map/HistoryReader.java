package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.Marker;
import org.waystation.backend.rt.internal.wire.Marker.What;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.RtTimes;
import org.waystation.backend.rt.internal.wire.Terms;
import org.waystation.backend.rt.internal.wire.Walk;

/**
 * Reads what is in transactions of tickets: notes, time worked, attached files. The texts of many transactions come with one
 * request.
 */
public final class HistoryReader {

    /** What a list of transactions has to bring for this. */
    public static final String FIELDS = "Type,ObjectType,ObjectId,Field,OldValue,NewValue,Created,Creator,TimeTaken";

    /** Files up to this size are hashed; larger ones can be seen, not opened here. */
    private static final long HASHED = 24L * 1024 * 1024;

    /** So many fit into an address. */
    private static final int AT_ONCE = 50;

    private final RtClient client;
    private final RtIds ids;
    private final Directory directory;
    private final Numbers numbers;

    public HistoryReader(RtClient client, RtIds ids, Directory directory, Numbers numbers) {
        this.client = client;
        this.ids = ids;
        this.directory = directory;
        this.numbers = numbers;
    }

    /** Whether a transaction holds something for us. */
    public static boolean speaks(JsonNode transaction) {
        return switch (Json.text(transaction.path("Type"))) {
            case "Create", "Correspond", "Comment" -> true;
            default -> Json.number(transaction.path("TimeTaken")) > 0;
        };
    }

    /** The text of a transaction and the mark on it. */
    private record Body(String text, boolean plain, Optional<Marker> marker) {}

    /** All that is in these transactions, whose tickets are all there. */
    public List<EntityRecord> read(List<JsonNode> transactions, long sequence) throws BackendException {
        List<EntityRecord> records = new ArrayList<>();
        for (int from = 0; from < transactions.size(); from += AT_ONCE) {
            List<JsonNode> some = transactions.subList(from, Math.min(transactions.size(), from + AT_ONCE));
            readSome(some, sequence, records);
        }
        return records;
    }

    private void readSome(List<JsonNode> transactions, long sequence, List<EntityRecord> records)
            throws BackendException {
        Map<Long, Body> bodies = bodies(transactions);
        Map<Long, List<JsonNode>> files = files(transactions);
        for (JsonNode transaction : transactions) {
            long number = Json.number(transaction.path("id"));
            long owner = numbers.effective(Json.number(transaction.path("ObjectId")));
            if (owner == 0) {
                continue;
            }
            UUID ticket = numbers.id(Numbered.TICKET, owner);
            Body body = bodies.getOrDefault(number, new Body("", true, Optional.empty()));
            boolean time =
                    body.marker().filter(mark -> mark.what() == What.TIME).isPresent();
            if (!time && !body.text().isBlank()) {
                records.add(note(transaction, ticket, body, sequence));
            }
            if (Json.number(transaction.path("TimeTaken")) > 0) {
                records.add(time(transaction, ticket, body, sequence));
            }
            for (JsonNode file : files.getOrDefault(number, List.of())) {
                records.add(file(file, transaction, ticket, sequence));
            }
        }
    }

    private static Terms of(List<JsonNode> transactions) {
        Terms terms = new Terms();
        transactions.forEach(one -> terms.with("TransactionId", "=", Json.text(one.path("id"))));
        return terms;
    }

    private Map<Long, Body> bodies(List<JsonNode> transactions) throws BackendException {
        Map<Long, Body> bodies = new HashMap<>();
        new Walk(client)
                .terms(
                        "attachments?fields=TransactionId,ContentType,Headers,Content",
                        after -> of(transactions).with("Filename", "IS", "NULL").with("ContentType", "LIKE", "text/"),
                        0,
                        (items, last) -> {
                            items.forEach(item -> better(bodies, item));
                            return true;
                        });
        return bodies;
    }

    private static void better(Map<Long, Body> bodies, JsonNode attachment) {
        boolean plain = Json.text(attachment.path("ContentType")).equals("text/plain");
        String content = Json.text(attachment.path("Content"));
        Body body = new Body(
                (plain ? content : PlainText.of(content)).strip(),
                plain,
                Marker.in(Json.text(attachment.path("Headers"))));
        bodies.merge(Json.number(attachment.path("TransactionId")), body, (had, now) -> {
            Optional<Marker> marker = had.marker().or(now::marker);
            boolean take = had.text().isBlank() || now.plain() && !had.plain();
            Body chosen = take ? now : had;
            return new Body(chosen.text(), chosen.plain(), marker);
        });
    }

    private Map<Long, List<JsonNode>> files(List<JsonNode> transactions) throws BackendException {
        Map<Long, List<JsonNode>> files = new HashMap<>();
        new Walk(client)
                .terms(
                        "attachments?fields=TransactionId,ContentType,Headers,Filename,ContentLength",
                        after -> of(transactions).with("Filename", "IS NOT", "NULL"),
                        0,
                        (items, last) -> {
                            items.forEach(item -> files.computeIfAbsent(
                                            Json.number(item.path("TransactionId")), id -> new ArrayList<>())
                                    .add(item));
                            return true;
                        });
        return files;
    }

    private EntityRecord note(JsonNode transaction, UUID ticket, Body body, long sequence) throws BackendException {
        long number = Json.number(transaction.path("id"));
        Optional<Person> author = directory.person(Json.reference(transaction.path("Creator")));
        boolean internal = Json.text(transaction.path("Type")).equals("Comment");
        UUID id = body.marker()
                .filter(mark -> mark.what() == What.NOTE)
                .map(Marker::id)
                .orElseGet(() -> ids.of(Numbered.NOTE, number));
        return new Record()
                .id("ticketId", Optional.of(ticket))
                .id("authorId", author.filter(Person::staff).map(Person::id))
                .text("authorName", author.map(Person::shown).orElse(""))
                .text("visibility", internal ? "internal" : "public")
                .text("body", body.text())
                .time("createdAt", created(transaction))
                .as(EntityKind.NOTE, id, 1, sequence, List.of());
    }

    private EntityRecord time(JsonNode transaction, UUID ticket, Body body, long sequence) throws BackendException {
        long number = Json.number(transaction.path("id"));
        long minutes = Json.number(transaction.path("TimeTaken"));
        Optional<Marker> marker = body.marker().filter(mark -> mark.what() == What.TIME);
        Optional<Person> who = directory.person(Json.reference(transaction.path("Creator")));
        String work = marker.map(Marker::work).filter(word -> !word.isEmpty()).orElse("remote");
        return new Record()
                .id("ticketId", Optional.of(ticket))
                .id("userId", who.filter(Person::staff).map(Person::id))
                .value("minutes", minutes)
                .text("workType", work)
                .value("billable", marker.map(Marker::billable).orElse(true))
                .text("comment", marker.isPresent() ? body.text() : "")
                .time("startedAt", created(transaction).map(end -> end.minus(Duration.ofMinutes(minutes))))
                .as(
                        EntityKind.TIME_ENTRY,
                        marker.map(Marker::id).orElseGet(() -> ids.of(Numbered.TIME, number)),
                        1,
                        sequence,
                        List.of());
    }

    private EntityRecord file(JsonNode file, JsonNode transaction, UUID ticket, long sequence) throws BackendException {
        long number = Json.number(file.path("id"));
        long size = Json.number(file.path("ContentLength"));
        Optional<byte[]> content = size <= HASHED ? content(number) : Optional.empty();
        UUID id = Marker.in(Json.text(file.path("Headers")))
                .filter(mark -> mark.what() == What.ATTACHMENT)
                .map(Marker::id)
                .orElseGet(() -> ids.of(Numbered.ATTACHMENT, number));
        Optional<Person> who = directory.person(Json.reference(transaction.path("Creator")));
        return new Record()
                .text("ownerKind", EntityKind.TICKET.code())
                .id("ownerId", Optional.of(ticket))
                .text("name", Json.text(file.path("Filename")))
                .text("sha256", content.map(HistoryReader::sha256).orElse(""))
                .value("size", content.map(bytes -> (long) bytes.length).orElse(size))
                .text("mediaType", Json.text(file.path("ContentType")))
                .id("uploadedBy", who.filter(Person::staff).map(Person::id))
                .time("createdAt", created(transaction))
                .as(EntityKind.ATTACHMENT, id, 1, sequence, List.of());
    }

    /** The bytes of a file; empty where it is not there. */
    public Optional<byte[]> content(long attachment) throws BackendException {
        Optional<RtClient.Answer> found = client.find("attachment/" + attachment);
        return found.map(
                answer -> Base64.getMimeDecoder().decode(Json.text(answer.body().path("Content"))));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static Optional<Instant> created(JsonNode transaction) {
        return RtTimes.read(Json.text(transaction.path("Created")));
    }
}
