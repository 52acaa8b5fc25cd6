package org.waystation.sync.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Conflict;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;

/** Changes as the engine would tell them. */
public final class SampleChanges {

    public static final Problem CONFLICT = new Problem(
            Conflict.CODE,
            "You and somebody else changed the same part of this ticket.",
            "Keep yours or take theirs.",
            List.of());

    public static final Problem REJECTED = new Problem(
            "validation_failed",
            "Some fields are not valid.",
            "",
            List.of(new Problem.FieldError("minutes", "range", "Book between 1 minute and 24 hours.")));

    private static final UUID TICKET = new UUID(1, 48213);

    private SampleChanges() {}

    public static PendingChange change(int number, String sentence, Optional<Problem> parked) {
        Operation operation = new Operation(
                new UUID(2, number),
                Operation.Type.UPDATE,
                EntityKind.TICKET,
                TICKET,
                4,
                List.of(),
                List.of(),
                Instant.now().minus(Duration.ofMinutes(7L + number)));
        return new PendingChange(
                new PendingOperation(operation, parked),
                new RecordRef(EntityKind.TICKET, TICKET),
                sentence,
                "#48213 Nightly backup of FS-01 failed twice in a row");
    }

    public static Conflict conflict() {
        return new Conflict(
                change(1, "Subject from “Nightly backup failed” to “…”", Optional.of(CONFLICT)),
                List.of(
                        text(
                                "subject",
                                "Subject",
                                "Nightly backup of FS-01 failed",
                                "Nightly backup of FS-01 failed twice in a row",
                                "Backup of FS-01 failed, repository full"),
                        new Conflict.Field(
                                "priority",
                                "Priority",
                                new Conflict.Value("p3", "P3"),
                                new Conflict.Value("p2", "P2"),
                                new Conflict.Value("p1", "P1"))),
                Instant.now().minus(Duration.ofMinutes(42)),
                Optional.of("Priya Nair"),
                Optional.of(Instant.now().minus(Duration.ofMinutes(5))),
                false);
    }

    public static Conflict.Field text(String name, String label, String base, String mine, String theirs) {
        return new Conflict.Field(name, label, value(base), value(mine), value(theirs));
    }

    private static Conflict.Value value(String text) {
        return new Conflict.Value(text, text);
    }
}
