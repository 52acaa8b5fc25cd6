package org.waystation.api.sync;

import org.waystation.api.record.RecordRef;

/**
 * A change in the outbox as a person reads it.
 *
 * @param pending the operation and why it is parked, if it is
 * @param shownAt where the change is seen: a note's ticket, else the record itself
 * @param sentence what was done, such as "Status from New to In progress"
 * @param place to what, such as "#48213 Nightly backup of FS-01 failed"; empty for a record without a name
 */
public record PendingChange(PendingOperation pending, RecordRef shownAt, String sentence, String place) {

    /** Both sides changed the same, and a person has to decide. */
    public boolean conflicts() {
        return pending.parked()
                .map(problem -> problem.code().equals(Conflict.CODE))
                .orElse(false);
    }

    public boolean parked() {
        return pending.parked().isPresent();
    }
}
