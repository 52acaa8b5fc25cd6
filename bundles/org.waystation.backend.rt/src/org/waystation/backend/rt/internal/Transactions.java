package org.waystation.backend.rt.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.internal.map.HistoryReader;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtTimes;
import org.waystation.backend.rt.internal.wire.Terms;
import org.waystation.backend.rt.internal.wire.Walk;

/** Asks for transactions, in which Request Tracker writes down all that happens to tickets, assets, articles and people. */
final class Transactions {

    /** How long a transaction may take from its number to its commit. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    /** So many tickets fit into an address. */
    private static final int AT_ONCE = 50;

    private static final List<String> KINDS = List.of("RT::Ticket", "RT::Asset", "RT::Article", "RT::User");
    private static final String LIST = "transactions?fields=" + HistoryReader.FIELDS;
    private static final DateTimeFormatter SQL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final RtClient client;

    Transactions(RtClient client) {
        this.client = client;
    }

    /** The mails that Request Tracker sends out are transactions too, and no news. */
    private static Terms all() {
        Terms terms = new Terms();
        KINDS.forEach(kind -> terms.with("ObjectType", "=", kind));
        return terms.and("Type", "!=", "EmailRecord").and("Type", "!=", "CommentEmailRecord");
    }

    /** Where a feed begins that misses nothing from now on. */
    FeedCursor now() throws BackendException {
        client.get("rt");
        Instant settled = client.serverTime().minus(SETTLING);
        JsonNode newest = client.search(
                LIST + "&per_page=100&orderby=id&order=DESC", all().with("Created", "<", SQL.format(settled)));
        for (JsonNode one : newest.path("items")) {
            return FeedCursor.at(Json.number(one.path("id")), created(one));
        }
        return FeedCursor.at(0, 0);
    }

    static long created(JsonNode transaction) {
        return RtTimes.read(Json.text(transaction.path("Created")))
                .map(Instant::getEpochSecond)
                .orElse(0L);
    }

    /** Those from a number on, upwards, until the page says that it has enough. */
    void from(long number, Walk.Page page) throws BackendException {
        new Walk(client).terms(LIST, after -> all(), number - 1, page);
    }

    /** Those of all tickets that may hold notes, time or files. */
    void speaking(Walk.Page page) throws BackendException {
        speaking(Terms::new, page);
    }

    /** Those of a few tickets that may hold notes, time or files; not of others that were merged into them. */
    void speakingOf(List<Long> tickets, Walk.Page page) throws BackendException {
        for (int from = 0; from < tickets.size(); from += AT_ONCE) {
            List<Long> some = tickets.subList(from, Math.min(tickets.size(), from + AT_ONCE));
            speaking(
                    () -> {
                        Terms terms = new Terms();
                        some.forEach(number -> terms.with("ObjectId", "=", number.toString()));
                        return terms;
                    },
                    page);
        }
    }

    private void speaking(Supplier<Terms> of, Walk.Page page) throws BackendException {
        new Walk(client)
                .terms(
                        LIST,
                        after -> of.get()
                                .with("ObjectType", "=", "RT::Ticket")
                                .with("Type", "=", "Create")
                                .with("Type", "=", "Correspond")
                                .with("Type", "=", "Comment"),
                        0,
                        page);
        new Walk(client)
                .terms(
                        LIST,
                        after -> of.get().with("ObjectType", "=", "RT::Ticket").with("Field", "=", "TimeWorked"),
                        0,
                        page);
    }

    /** All that speak of one ticket, with those of tickets that were merged into it. */
    List<JsonNode> of(long ticket) throws BackendException {
        List<JsonNode> found = new ArrayList<>();
        new Walk(client)
                .terms(
                        "ticket/" + ticket + "/history?fields=" + HistoryReader.FIELDS,
                        after -> new Terms(),
                        0,
                        (items, last) -> {
                            items.stream().filter(HistoryReader::speaks).forEach(found::add);
                            return true;
                        });
        return found;
    }
}
