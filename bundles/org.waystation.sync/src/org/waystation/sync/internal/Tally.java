package org.waystation.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.waystation.api.sync.SyncReport;
import org.waystation.api.sync.SyncReport.Reason;

/** Counts what one turn does, for its report. Used from the engine's thread. */
final class Tally {

    private final EngineTime time;
    private Instant began;
    private long beganAt;
    private Reason reason = Reason.CHANGES;
    private long received;
    private long removed;
    private int sent;
    private int merged;
    private int parked;
    private long healed;

    Tally(EngineTime time) {
        this.time = time;
        this.began = time.now();
        this.beganAt = time.nanos().getAsLong();
    }

    void begin() {
        began = time.now();
        beganAt = time.nanos().getAsLong();
        reason = Reason.CHANGES;
        received = 0;
        removed = 0;
        sent = 0;
        merged = 0;
        parked = 0;
        healed = 0;
    }

    void because(Reason why) {
        reason = why;
    }

    void received(long records) {
        received += records;
    }

    void removed(long records) {
        removed += records;
    }

    void sent(int operations) {
        sent += operations;
    }

    void merged() {
        merged++;
    }

    void parked() {
        parked++;
    }

    void healed(long records) {
        healed += records;
    }

    SyncReport report(Optional<String> fault) {
        Duration took = Duration.ofNanos(time.nanos().getAsLong() - beganAt);
        return new SyncReport(began, took, reason, received, removed, sent, merged, parked, healed, fault);
    }
}
