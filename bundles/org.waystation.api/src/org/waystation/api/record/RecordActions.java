package org.waystation.api.record;

import java.util.List;
import java.util.Optional;

/**
 * What the person who is signed in may do with a record, as the server said with it. A screen offers nothing else; the
 * server decides again when a change reaches it. Words that this program does not know are kept and passed over.
 *
 * @param said the server's words; empty where it said nothing, as for a record that only this machine has
 */
public record RecordActions(Optional<List<String>> said) {

    /** Nothing is known: all is offered, and the server decides. */
    public static final RecordActions UNKNOWN = new RecordActions(Optional.empty());

    private static final String UPDATE = "update";
    private static final String DELETE = "delete";
    private static final String ADD = "add:";

    public RecordActions {
        said = said.map(List::copyOf);
    }

    public static RecordActions of(List<String> words) {
        return new RecordActions(Optional.of(words));
    }

    public boolean mayUpdate() {
        return may(UPDATE);
    }

    public boolean mayDelete() {
        return may(DELETE);
    }

    /** @param part such as a note of a ticket */
    public boolean mayAdd(EntityKind part) {
        return may(ADD + part.code());
    }

    private boolean may(String word) {
        return said.map(words -> words.contains(word)).orElse(true);
    }
}
