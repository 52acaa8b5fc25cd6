package org.waystation.backend.rt.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.backend.rt.internal.map.ArticleReader;
import org.waystation.backend.rt.internal.map.AssetReader;
import org.waystation.backend.rt.internal.map.Directory;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.map.TicketReader;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.Terms;
import org.waystation.backend.rt.internal.wire.Walk;

/**
 * Brings all there is, my open tickets with their history first. It is not of one moment, as the server has none to give;
 * the feed that follows begins before it and sets right what changed meanwhile.
 */
final class Snapshot {

    private final RtServer server;
    private final Transactions transactions;
    private final Set<EntityKind> kinds;
    private final Counting sink;
    private final BitSet mine = new BitSet();
    private long sequence;

    /** @param kinds wanted; empty means all */
    Snapshot(RtServer server, Set<EntityKind> kinds, SnapshotSink sink) {
        this.server = server;
        this.transactions = new Transactions(server.client());
        this.kinds = kinds;
        this.sink = new Counting(sink);
    }

    private static final class Counting {

        private final SnapshotSink to;
        private long count;

        Counting(SnapshotSink to) {
            this.to = to;
        }

        void record(EntityRecord record) throws BackendException {
            to.record(record);
            count++;
        }
    }

    SnapshotEnd run() throws BackendException {
        String me = server.me();
        FeedCursor start = transactions.now();
        sequence = Math.max(1, start.floor());
        sink.to.begin(server.epoch(), expected());
        directory();
        mine(me);
        sink.to.workable();
        tickets();
        assets();
        articles();
        history();
        return new SnapshotEnd(server.epoch(), start.toString(), sink.count);
    }

    private boolean wanted(EntityKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    private void send(EntityRecord record) throws BackendException {
        if (wanted(record.kind())) {
            sink.record(record);
        }
    }

    private Map<EntityKind, Long> expected() throws BackendException {
        JsonNode newest =
                server.client().get("tickets?query=" + RtClient.escape("id > 0") + "&per_page=1&orderby=id&order=DESC");
        JsonNode first = newest.path("items").path(0);
        long tickets = newest.path("total").isNumber() ? newest.path("total").asLong() : Json.number(first.path("id"));
        return Map.of(EntityKind.TICKET, tickets, EntityKind.NOTE, tickets * 3);
    }

    private void directory() throws BackendException {
        Directory directory = server.directory();
        for (Person person : directory.people()) {
            if (!person.name().equals("Nobody")) {
                send(server.people().of(person, sequence));
            }
        }
        for (EntityRecord record : server.people().companies(sequence)) {
            send(record);
        }
        for (Directory.Place queue : directory.queues()) {
            send(server.people().team(queue, sequence));
        }
    }

    private void mine(String me) throws BackendException {
        String condition = " AND Owner = '" + me.replace("'", "\\'") + "' AND Status = '__Active__'";
        new Walk(server.client()).query("tickets", TicketReader.FIELDS, condition, 0, (items, last) -> {
            List<Long> numbers = new ArrayList<>();
            for (JsonNode ticket : items) {
                if (TicketReader.isLive(ticket)) {
                    long number = Json.number(ticket.path("id"));
                    mine.set((int) number);
                    numbers.add(number);
                    send(server.tickets().read(ticket, sequence));
                }
            }
            transactions.speakingOf(numbers, (speaking, end) -> {
                parts(speaking);
                return true;
            });
            return true;
        });
    }

    private void parts(List<JsonNode> speaking) throws BackendException {
        for (EntityRecord record : server.history().read(speaking, sequence)) {
            send(record);
        }
    }

    private void tickets() throws BackendException {
        new Walk(server.client()).query("tickets", TicketReader.FIELDS, "", 0, (items, last) -> {
            for (JsonNode ticket : items) {
                if (TicketReader.isLive(ticket) && !mine.get((int) Json.number(ticket.path("id")))) {
                    send(server.tickets().read(ticket, sequence));
                }
            }
            return true;
        });
    }

    private void assets() throws BackendException {
        if (wanted(EntityKind.ASSET)) {
            new Walk(server.client()).query("assets", AssetReader.FIELDS, "", 0, (items, last) -> {
                for (JsonNode asset : items) {
                    if (AssetReader.isLive(asset)) {
                        send(server.assets().read(asset, sequence));
                    }
                }
                return true;
            });
        }
    }

    private void articles() throws BackendException {
        if (wanted(EntityKind.ARTICLE)) {
            new Walk(server.client())
                    .terms(
                            "articles?find_disabled_rows=1&fields=" + ArticleReader.FIELDS,
                            after -> new Terms(),
                            0,
                            (items, last) -> {
                                for (JsonNode article : items) {
                                    send(server.articles().read(article, sequence));
                                }
                                return true;
                            });
        }
    }

    private void history() throws BackendException {
        boolean any = wanted(EntityKind.NOTE) || wanted(EntityKind.TIME_ENTRY) || wanted(EntityKind.ATTACHMENT);
        if (any) {
            transactions.speaking((items, last) -> {
                List<JsonNode> speaking = new ArrayList<>();
                for (JsonNode one : items) {
                    long made = Json.number(one.path("ObjectId"));
                    if (!mine.get((int) made) && server.numbers().effective(made) != 0) {
                        speaking.add(one);
                    }
                }
                parts(speaking);
                return true;
            });
        }
    }
}
