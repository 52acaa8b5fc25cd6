package org.waystation.backend.msp.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.sync.SyncScope;

/** A scope as parameters of a request. */
final class ScopeQuery {

    private ScopeQuery() {}

    /** Without any parameter the server gives all that we may see. */
    static Map<String, String> of(SyncScope scope) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!scope.isLimited()) {
            return query;
        }
        if (scope.myWork()) {
            query.put("mine", "true");
        }
        if (!scope.everyCompany()) {
            query.put(
                    "companies",
                    scope.companies().isEmpty()
                            ? "none"
                            : scope.companies().stream()
                                    .map(UUID::toString)
                                    .sorted()
                                    .collect(Collectors.joining(",")));
        }
        scope.days().ifPresent(days -> query.put("days", Integer.toString(days)));
        return query;
    }
}
