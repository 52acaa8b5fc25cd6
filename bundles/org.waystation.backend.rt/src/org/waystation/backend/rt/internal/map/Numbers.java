package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.Terms;

/**
 * Which id of ours belongs to which number there. What was made there carries its number in its id; what was made here
 * carries its id in a custom field there, so for that alone something has to be remembered or asked.
 */
public final class Numbers {

    private final RtClient client;
    private final RtIds ids;
    private final String marker;
    private final Map<Numbered, Map<Long, UUID>> marked = new EnumMap<>(Numbered.class);
    private final Map<Numbered, Map<UUID, Long>> numbers = new EnumMap<>(Numbered.class);
    private final Map<Numbered, BitSet> seen = new EnumMap<>(Numbered.class);
    private final Map<Long, Long> led = new HashMap<>();

    public Numbers(RtClient client, RtIds ids, String marker) {
        this.client = client;
        this.ids = ids;
        this.marker = marker;
        for (Numbered kind : Numbered.values()) {
            marked.put(kind, new HashMap<>());
            numbers.put(kind, new HashMap<>());
            seen.put(kind, new BitSet());
        }
    }

    /** The id of an object that was just read, by its marker or its number. */
    public UUID learn(Numbered kind, JsonNode object) {
        long number = Json.number(object.path("id"));
        seen.get(kind).set((int) Math.min(number, Integer.MAX_VALUE));
        String mark = Json.customText(object, marker);
        Optional<UUID> made = uuid(mark);
        made.ifPresent(id -> {
            marked.get(kind).put(number, id);
            numbers.get(kind).put(id, number);
        });
        return made.orElseGet(() -> ids.of(kind, number));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean hasSeen(Numbered kind, long number) {
        return seen.get(kind).get((int) Math.min(number, Integer.MAX_VALUE));
    }

    /**
     * The number of the ticket that a ticket's transactions belong to: another one where it was merged, and transactions keep
     * the number they were made with; 0 where the ticket is gone or we may not see it.
     */
    public long effective(long ticket) throws BackendException {
        Long known = led.get(ticket);
        if (known != null) {
            return known;
        }
        if (hasSeen(Numbered.TICKET, ticket)) {
            return ticket;
        }
        Optional<RtClient.Answer> found = client.find("ticket/" + ticket);
        if (found.isEmpty() || Json.text(found.get().body().path("Status")).equals("deleted")) {
            led.put(ticket, 0L);
            return 0;
        }
        learn(Numbered.TICKET, found.get().body());
        long now = Json.number(found.get().body().path("id"));
        if (now != ticket) {
            led.put(ticket, now);
        }
        return now;
    }

    /** Whether it is known already that a ticket was merged into another one. */
    public boolean isLed(long ticket) {
        return led.getOrDefault(ticket, 0L) != 0;
    }

    /** A ticket was merged into another one, or is there again. */
    public void lead(long ticket, long now) {
        if (ticket == now) {
            led.remove(ticket);
        } else {
            led.put(ticket, now);
        }
    }

    /** The id for a number; asks where the object was not met yet, since it may have been made here. */
    public UUID id(Numbered kind, long number) throws BackendException {
        if (!hasSeen(kind, number)) {
            Optional<RtClient.Answer> found = client.find(path(kind) + "/" + number);
            if (found.isPresent() && Json.number(found.get().body().path("id")) == number) {
                learn(kind, found.get().body());
            }
        }
        UUID made = marked.get(kind).get(number);
        return made == null ? ids.of(kind, number) : made;
    }

    /** The number for an id; empty where there is nothing with it, or nothing that we may see. */
    public OptionalLong number(Numbered kind, UUID id) throws BackendException {
        OptionalLong inside = ids.number(kind, id);
        if (inside.isPresent()) {
            return inside;
        }
        Long known = numbers.get(kind).get(id);
        return known == null ? ask(kind, id) : OptionalLong.of(known);
    }

    /** Asks whether something with this mark is there. */
    public OptionalLong ask(Numbered kind, UUID id) throws BackendException {
        JsonNode found = kind == Numbered.ARTICLE
                ? client.search(
                        "articles?fields=CustomFields&find_disabled_rows=1",
                        new Terms().with("CustomField.{" + marker + "}", "=", id.toString()))
                : client.get(path(kind) + "s?query=" + RtClient.escape("'CF.{" + marker + "}' = '" + id + "'")
                        + "&fields=CustomFields");
        for (JsonNode item : found.path("items")) {
            // A field that is not there is passed over by some searches, which then find everything.
            if (Json.customText(item, marker).equals(id.toString())) {
                learn(kind, item);
                return OptionalLong.of(Json.number(item.path("id")));
            }
        }
        return OptionalLong.empty();
    }

    private static String path(Numbered kind) {
        return switch (kind) {
            case TICKET -> "ticket";
            case ASSET -> "asset";
            case ARTICLE -> "article";
            default -> throw new IllegalArgumentException("Nothing of its own: " + kind);
        };
    }
}
