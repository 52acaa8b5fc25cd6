package org.waystation.store.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.Fields;
import org.waystation.store.Replica.Unfinished;
import org.waystation.store.StoreException;

/**
 * How far a snapshot has come, kept so that it goes on after a cut.
 *
 * @param generation the tables it fills
 * @param earlierRows the last key that was given out before it began: what is older has to come again or goes
 */
record UnfinishedSnapshot(Unfinished seen, Generation generation, long earlierRows) {

    byte[] json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("epoch", seen.epoch());
        json.put("scope", seen.scope());
        json.put("mark", seen.mark());
        json.put("received", seen.received());
        json.put("generation", (long) generation.number());
        json.put("earlierRows", earlierRows);
        return Json.write(json);
    }

    static UnfinishedSnapshot of(byte[] json) throws StoreException {
        Fields fields = new Fields("unfinished", Json.read(json));
        return new UnfinishedSnapshot(
                new Unfinished(
                        fields.text("epoch"),
                        fields.text("scope"),
                        fields.text("mark"),
                        fields.number("received").orElse(0L)),
                new Generation(fields.number("generation").orElse(1L).intValue()),
                fields.number("earlierRows").orElse(0L));
    }
}
