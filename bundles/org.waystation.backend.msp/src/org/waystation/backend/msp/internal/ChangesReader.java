package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ChangePage;

/** Reads one page of the changes feed. */
final class ChangesReader {

    private @Nullable String epoch;
    private @Nullable String cursor;
    private boolean more;
    private final Map<RecordRef, Envelope> latest = new LinkedHashMap<>();
    private final Map<RecordRef, Envelope> brought = new LinkedHashMap<>();

    private ChangesReader() {}

    static ChangePage read(JsonInput input) throws IOException {
        ChangesReader reader = new ChangesReader();
        input.object(field -> reader.take(field, input));
        return reader.page();
    }

    private void take(String field, JsonInput input) throws IOException {
        switch (field) {
            case "epoch" -> epoch = input.text();
            case "cursor" -> cursor = input.text();
            case "more" -> more = input.flag();
            // What came into the scope with a ticket did not change itself; a change in the same page is newer.
            case "brought" ->
                input.array(() -> {
                    Envelope brought = Envelope.read(input);
                    this.brought.put(brought.ref(), brought);
                });
            case "changes" ->
                input.array(() -> {
                    Envelope change = Envelope.read(input);
                    // The feed is in commit order: where a record comes twice, what comes later is how it stands.
                    latest.remove(change.ref());
                    latest.put(change.ref(), change);
                });
            default -> input.skip();
        }
    }

    private ChangePage page() throws MalformedAnswerException {
        if (epoch == null || cursor == null || cursor.isEmpty()) {
            throw new MalformedAnswerException("The page of changes has no epoch or cursor.");
        }
        List<EntityRecord> records = new ArrayList<>();
        List<RecordRef> deleted = new ArrayList<>();
        List<RecordRef> left = new ArrayList<>();
        for (Envelope one : brought.values()) {
            if (!latest.containsKey(one.ref())) {
                records.add(one.record());
            }
        }
        for (Envelope change : latest.values()) {
            if (change.isTombstone()) {
                deleted.add(change.ref());
            } else if (change.hasLeft()) {
                left.add(change.ref());
            } else {
                records.add(change.record());
            }
        }
        return new ChangePage(epoch, cursor, more, records, deleted, left);
    }
}
