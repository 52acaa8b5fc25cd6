package org.waystation.backend.rt.internal.push;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.backend.rt.internal.wire.RtClient;

/** Refusals in words for the technician, the server's own where it had some. */
final class Refusals {

    /** Request Tracker has nowhere to keep it. */
    static OperationResult noPlace(UUID operation, List<String> fields) {
        List<FieldError> errors = new ArrayList<>();
        for (String field : fields) {
            errors.add(new FieldError(field, "not_kept", "Request Tracker keeps nothing of the kind here."));
        }
        return rejected(operation, "not_kept", "Request Tracker does not keep this.", "", errors);
    }

    /** It answered with a refusal, or with yes and did nothing. */
    static OperationResult said(UUID operation, RtClient.Answer answer, List<String> fields) {
        String words = answer.words().isEmpty() ? "It gave no reason (" + answer.status() + ")." : answer.words();
        List<FieldError> errors = new ArrayList<>();
        for (String field : fields) {
            errors.add(new FieldError(field, "refused", words));
        }
        return rejected(operation, "rt_refused", "Request Tracker did not take this change.", words, errors);
    }

    static OperationResult because(UUID operation, String code, String title, String detail) {
        return rejected(operation, code, title, detail, List.of());
    }

    private static OperationResult rejected(
            UUID operation, String code, String title, String detail, List<FieldError> errors) {
        return new OperationResult.Rejected(operation, new Problem(code, title, detail, errors));
    }

    private Refusals() {}
}
