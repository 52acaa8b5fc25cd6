package org.waystation.simulation;

/** What can happen in a simulation; the number says how often, beside the others. */
enum Action {
    NOTE(14),
    TIME(9),
    SUBJECT(8),
    PRIORITY(7),
    STATUS(7),
    TAGS(6),
    NEW_TICKET(5),
    DELETE_NOTE(2),
    PARKED_RETRY(2),
    PARKED_DISCARD(1),
    SYNC_NOW(4),
    AUDITED(3),
    WAIT(5),
    COLLEAGUE_EDIT(9),
    COLLEAGUE_NOTE(3),
    COLLEAGUE_DELETE(1),
    NEWER_PROGRAM(2),
    WIRE_FAULT(26),
    KILL(3),
    LOSS_OF_POWER(2),
    START(16),
    FAILED_WRITE(2),
    DISK_FULL(1),
    CLOCK_JUMP(2),
    OFFLINE(2),
    ONLINE(8),
    EPOCH_CHANGE(1),
    BACKUP(1),
    RESTORE_OLDER(1),
    FORGET_DELETIONS(1),
    SCOPE_CHANGE(2),
    SCOPE_WISH(3),
    SELF_CHECK(2),
    FLIPPED_ROW(2),
    PAUSE(1),
    RESUME(6),
    SECOND_INSTANCE(1);

    private final int weight;

    Action(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
