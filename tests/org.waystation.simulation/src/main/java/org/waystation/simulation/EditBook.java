package org.waystation.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waystation.api.sync.Operation;

/** Every edit that somebody was told is saved, and what that person decided about it later. */
final class EditBook {

    /** What its author knows of an edit. */
    enum Word {
        /** "Saved". */
        SAVED,
        /** The program ended before it said anything, or before it said whether the edit was given up. */
        NONE,
        /** Given up by its author. */
        DISCARDED
    }

    /** One edit. */
    record Entry(Operation operation, Device device, Word word) {}

    private final Map<UUID, Entry> entries = new LinkedHashMap<>();

    void tried(Device device, List<Operation> operations) {
        operations.forEach(operation -> entries.put(operation.id(), new Entry(operation, device, Word.NONE)));
    }

    void saved(List<Operation> operations) {
        operations.forEach(operation -> say(operation.id(), Word.SAVED));
    }

    void discarded(UUID operation) {
        say(operation, Word.DISCARDED);
    }

    /** Its author wanted to give it up, and was not told whether that was done. */
    void doubtful(UUID operation) {
        say(operation, Word.NONE);
    }

    private void say(UUID operation, Word word) {
        entries.computeIfPresent(operation, (id, entry) -> new Entry(entry.operation, entry.device, word));
    }

    Map<UUID, Entry> entries() {
        return entries;
    }
}
