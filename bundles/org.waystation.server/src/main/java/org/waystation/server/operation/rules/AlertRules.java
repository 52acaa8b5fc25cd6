package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.waystation.api.domain.AlertState;

/** Who took an alert, and when it was over. */
final class AlertRules implements KindRules {

    @Override
    public void complete(EditContext edit) {
        ObjectNode data = edit.data();
        if (edit.before().isEmpty()) {
            if (!data.hasNonNull("state")) {
                data.put("state", AlertState.OPEN.code());
            }
            if (!data.hasNonNull("raisedAt")) {
                data.put("raisedAt", wire(edit.performedAt()));
            }
        }
        String state = data.path("state").asText();
        if (state.equals(AlertState.OPEN.code())) {
            data.remove("acknowledgedAt");
            data.remove("acknowledgedBy");
            data.remove("resolvedAt");
        } else if (!data.hasNonNull("acknowledgedAt")) {
            data.put("acknowledgedAt", wire(edit.performedAt()));
            data.put("acknowledgedBy", edit.caller().id().toString());
        }
        if (!state.equals(AlertState.RESOLVED.code())) {
            data.remove("resolvedAt");
        } else if (!data.hasNonNull("resolvedAt")) {
            data.put("resolvedAt", wire(edit.performedAt()));
        }
    }
}
