package org.waystation.server.operation.rules;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.StoredRecord;

/** Takes the entries of a device's chain in their order only, each with the hash of the one before. */
final class AuditRules implements KindRules {

    @Override
    public void complete(EditContext edit) {
        edit.data().put("userId", edit.caller().id().toString());
    }

    @Override
    public void check(EditContext edit) throws SQLException {
        UUID device = UUID.fromString(edit.data().path("deviceId").asText());
        Optional<StoredRecord> head = edit.ledger().lastAuditEntry(device);
        long expected = head.map(last -> last.data().path("position").asLong()).orElse(0L) + 1;
        String previous = head.map(last -> last.data().path("hash").asText()).orElse("");
        boolean fits = edit.data().path("position").asLong() == expected
                && edit.data().path("previousHash").asText("").equals(previous);
        if (!fits) {
            // The field says it for programs: a workstation sends the rest of its chain again from there on.
            throw new ProblemException(new ApiProblem(
                    ProblemCode.CHAIN_BROKEN,
                    "The next entry of this device has position " + expected + " and the hash of the one before.",
                    List.of(new FieldProblem("position", "next", "must be " + expected))));
        }
    }
}
