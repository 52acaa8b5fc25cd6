package org.waystation.api.sync;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person has to decide: the same record was changed here and by somebody else.
 *
 * @param change the change that was made here
 * @param fields the fields that it changes
 * @param mineAt when it was made here
 * @param theirName who changed the record on the server, where that is known
 * @param theirAt when they did
 * @param deletedThere the record is gone on the server
 */
public record Conflict(
        PendingChange change,
        List<Field> fields,
        Instant mineAt,
        Optional<String> theirName,
        Optional<Instant> theirAt,
        boolean deletedThere) {

    /** Code of the problem of an operation that is parked for this reason. */
    public static final String CODE = "conflict";

    public Conflict {
        fields = List.copyOf(fields);
    }

    /**
     * One field and its three values; null stands for a field without a value.
     *
     * @param name on the wire
     * @param label as people read it
     * @param base what it was when the change was made here
     * @param mine what it became here
     * @param theirs what it is on the server now
     */
    public record Field(String name, String label, Value base, Value mine, Value theirs) {

        /** Whether both sides changed it, and differently. */
        public boolean clashes() {
            return !Objects.equals(base.raw(), theirs.raw()) && !Objects.equals(mine.raw(), theirs.raw());
        }
    }

    /**
     * A value and how it is shown.
     *
     * @param raw as in JSON
     * @param shown a name in place of an id, words in place of codes; empty for no value
     */
    public record Value(@Nullable Object raw, String shown) {}
}
