package org.waystation.backend.rt.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.backend.rt.internal.map.AssetReader;
import org.waystation.backend.rt.internal.map.HistoryReader;
import org.waystation.backend.rt.internal.map.TicketReader;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;

/** Tells what changed after a cursor: reads the transactions, then each object that they speak of as it now is. */
final class Feed {

    /** Transactions for one page of ours; what they speak of is read singly. */
    private static final int ENOUGH = 200;

    private final RtServer server;
    private final Transactions transactions;

    Feed(RtServer server) {
        this.server = server;
        this.transactions = new Transactions(server.client());
    }

    ChangePage after(String text) throws BackendException {
        FeedCursor cursor = FeedCursor.read(text);
        List<JsonNode> found = new ArrayList<>();
        boolean[] whole = {false};
        boolean[] known = {cursor.floor() == 0};
        transactions.from(Math.max(1, cursor.floor()), (items, last) -> {
            if (!known[0]) {
                checkFloor(cursor, items);
                known[0] = true;
            }
            items.stream()
                    .filter(item -> Json.number(item.path("id")) > cursor.floor())
                    .forEach(found::add);
            whole[0] = last;
            boolean further = !found.isEmpty() && Json.number(found.getLast().path("id")) > cursor.last();
            return found.size() < ENOUGH || !further;
        });
        checkLast(cursor, found);
        List<JsonNode> news = news(cursor, found);
        FeedCursor next = next(cursor, found);
        Changes changes = new Changes(Math.max(next.last(), 1));
        changes.read(news);
        return new ChangePage(
                server.epoch(), next.toString(), !whole[0], changes.records, changes.deleted, changes.left);
    }

    /** A server that was set back to an earlier state has no such transaction any more, or another one. */
    private static void checkFloor(FeedCursor cursor, List<JsonNode> items) throws BackendException {
        boolean there = !items.isEmpty() && is(items.getFirst(), cursor.floor(), cursor.floorCreated());
        if (!there) {
            throw anotherHistory();
        }
    }

    /** What comes to light late is added to the window; what was in it stays. */
    private static void checkLast(FeedCursor cursor, List<JsonNode> found) throws BackendException {
        boolean there = cursor.last() == cursor.floor()
                || found.stream().anyMatch(one -> is(one, cursor.last(), cursor.lastCreated()));
        if (!there) {
            throw anotherHistory();
        }
    }

    private static boolean is(JsonNode transaction, long number, long created) {
        return Json.number(transaction.path("id")) == number && Transactions.created(transaction) == created;
    }

    private static BackendException anotherHistory() {
        return new BackendException(
                BackendException.Cause.CURSOR_EXPIRED,
                "Request Tracker's history is another one than before: everything is fetched anew.");
    }

    /** All after the floor where something has come to light late, else only what is after the last one. */
    private static List<JsonNode> news(FeedCursor cursor, List<JsonNode> found) {
        long window = 0;
        List<JsonNode> later = new ArrayList<>();
        for (JsonNode one : found) {
            long number = Json.number(one.path("id"));
            if (number <= cursor.last()) {
                window = FeedCursor.mix(window, number);
            } else {
                later.add(one);
            }
        }
        return window == cursor.window() ? later : found;
    }

    private FeedCursor next(FeedCursor cursor, List<JsonNode> found) {
        long settled = server.client().serverTime().minus(Transactions.SETTLING).getEpochSecond();
        FeedCursor next = FeedCursor.at(cursor.floor(), cursor.floorCreated());
        for (JsonNode one : found) {
            long number = Json.number(one.path("id"));
            long created = Transactions.created(one);
            if (created < settled && next.window() == 0) {
                next = FeedCursor.at(number, created);
            } else {
                next = new FeedCursor(
                        next.floor(), next.floorCreated(), number, created, FeedCursor.mix(next.window(), number));
            }
        }
        return next;
    }

    /** What a list of transactions has brought about. */
    private final class Changes {

        private final long sequence;
        private final List<EntityRecord> records = new ArrayList<>();
        private final List<RecordRef> deleted = new ArrayList<>();
        private final List<RecordRef> left = new ArrayList<>();
        private final Map<Long, List<JsonNode>> tickets = new LinkedHashMap<>();
        private final Set<Long> assets = new LinkedHashSet<>();
        private final Set<Long> articles = new LinkedHashSet<>();
        private final Set<Long> users = new LinkedHashSet<>();

        Changes(long sequence) {
            this.sequence = sequence;
        }

        void read(List<JsonNode> transactions) throws BackendException {
            for (JsonNode one : transactions) {
                long number = Json.number(one.path("ObjectId"));
                switch (Json.text(one.path("ObjectType"))) {
                    case "RT::Ticket" ->
                        tickets.computeIfAbsent(number, id -> new ArrayList<>()).add(one);
                    case "RT::Asset" -> assets.add(number);
                    case "RT::Article" -> articles.add(number);
                    case "RT::User" -> users.add(number);
                    default -> {}
                }
            }
            for (long user : users) {
                server.directory()
                        .again(Long.toString(user))
                        .ifPresent(person -> records.add(server.people().of(person, sequence)));
            }
            for (Map.Entry<Long, List<JsonNode>> ticket : tickets.entrySet()) {
                ticket(ticket.getKey(), ticket.getValue());
            }
            for (long asset : assets) {
                asset(asset);
            }
            for (long article : articles) {
                article(article);
            }
        }

        private void ticket(long number, List<JsonNode> happened) throws BackendException {
            Optional<RtClient.Answer> found = server.client().find("ticket/" + number);
            if (found.isEmpty()) {
                left.add(new RecordRef(EntityKind.TICKET, server.numbers().id(Numbered.TICKET, number)));
                return;
            }
            JsonNode ticket = found.get().body();
            long effective = Json.number(ticket.path("id"));
            if (effective != number) {
                mergedAway(number);
                server.numbers().lead(number, effective);
                whole(effective, ticket);
                return;
            }
            server.numbers().lead(number, number);
            if (!TicketReader.isLive(ticket)) {
                left.add(new RecordRef(EntityKind.TICKET, server.numbers().learn(Numbered.TICKET, ticket)));
            } else if (happened.stream().anyMatch(Changes::bringsAll)) {
                whole(number, ticket);
            } else {
                records.add(server.tickets().read(ticket, sequence));
                List<JsonNode> speaking =
                        happened.stream().filter(HistoryReader::speaks).toList();
                records.addAll(server.history().read(speaking, sequence));
            }
        }

        private void whole(long number, JsonNode ticket) throws BackendException {
            if (TicketReader.isLive(ticket)) {
                records.add(server.tickets().read(ticket, sequence));
                records.addAll(server.history().read(transactions.of(number), sequence));
            }
        }

        /** Its own fields cannot be read any more; where its id is not known otherwise, only a new snapshot is sure. */
        private void mergedAway(long number) throws BackendException {
            if (server.numbers().isLed(number)) {
                return; // the snapshot that this history began with has not brought it
            }
            if (!server.numbers().hasSeen(Numbered.TICKET, number)) {
                throw new BackendException(
                        BackendException.Cause.CURSOR_EXPIRED, "A ticket was merged into another one meanwhile.");
            }
            left.add(new RecordRef(EntityKind.TICKET, server.numbers().id(Numbered.TICKET, number)));
        }

        /** A ticket that comes back from deletion, another queue or a merge brings what it had before. */
        private static boolean bringsAll(JsonNode transaction) {
            String type = Json.text(transaction.path("Type"));
            String field = Json.text(transaction.path("Field"));
            return type.equals("Status")
                            && Json.text(transaction.path("OldValue")).equals("deleted")
                    || type.equals("Set") && field.equals("Queue")
                    || field.equals("MergedInto")
                    || type.equals("AddLink") && field.contains("Merge");
        }

        private void asset(long number) throws BackendException {
            Optional<RtClient.Answer> found = server.client().find("asset/" + number);
            if (found.isPresent() && AssetReader.isLive(found.get().body())) {
                records.add(server.assets().read(found.get().body(), sequence));
            } else {
                deleted.add(new RecordRef(EntityKind.ASSET, server.numbers().id(Numbered.ASSET, number)));
            }
        }

        private void article(long number) throws BackendException {
            Optional<RtClient.Answer> found = server.client().find("article/" + number);
            if (found.isPresent()) {
                records.add(server.articles().read(found.get().body(), sequence));
            } else {
                deleted.add(new RecordRef(EntityKind.ARTICLE, server.numbers().id(Numbered.ARTICLE, number)));
            }
        }
    }
}
