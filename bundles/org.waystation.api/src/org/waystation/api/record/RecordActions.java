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
    private static final String NOT = "not:";

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

    /**
     * Whether a change of a field has a place to go to. A system that keeps no tags says {@code not:tags}; one that keeps
     * some of what a field may hold says which not, such as {@code not:links:follows}.
     *
     * @param field its name, with what is to be put into it after a colon where that matters; of a part of a field, such as
     *     {@code properties.os}, the whole is asked for as well
     */
    public boolean mayChange(String field) {
        String whole = field.split("[.:]", 2)[0];
        return mayUpdate()
                && said.map(words -> !words.contains(NOT + field) && !words.contains(NOT + whole))
                        .orElse(true);
    }

    private boolean may(String word) {
        return said.map(words -> words.contains(word)).orElse(true);
    }
}
