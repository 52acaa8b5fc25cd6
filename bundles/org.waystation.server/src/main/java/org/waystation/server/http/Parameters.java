package org.waystation.server.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.waystation.server.kind.Ids;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Cursor;

/** The query of a request. A name that is not known is refused: a misspelt filter must not answer with everything. */
final class Parameters {

    private static final int MAX_LIMIT = 1000;

    private final Map<String, String> values = new LinkedHashMap<>();

    Parameters(Request request, Set<String> known) {
        Fields fields;
        try {
            fields = Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            throw ProblemException.ofField("query", "malformed", "must be percent-encoded UTF-8");
        }
        for (Fields.Field field : fields) {
            if (!known.contains(field.getName())) {
                throw ProblemException.ofField(
                        field.getName(),
                        "unknown_parameter",
                        "is not a parameter here; there are "
                                + (known.isEmpty()
                                        ? "none"
                                        : String.join(
                                                ", ", known.stream().sorted().toList())));
            }
            if (field.hasMultipleValues()) {
                throw ProblemException.ofField(field.getName(), "duplicate", "must be given once");
            }
            values.put(field.getName(), field.getValue());
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The texts between commas; empty where the parameter is missing or empty. */
    List<String> words(String name) {
        return text(name)
                .filter(text -> !text.isEmpty())
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElse(List.of());
    }

    int limit(int standard) {
        return text("limit")
                .map(text -> {
                    int limit;
                    try {
                        limit = Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        limit = 0;
                    }
                    if (limit < 1 || limit > MAX_LIMIT) {
                        throw ProblemException.ofField("limit", "out_of_range", "must be between 1 and " + MAX_LIMIT);
                    }
                    return limit;
                })
                .orElse(standard);
    }

    Cursor cursor() {
        String text = text("cursor").orElseThrow(() -> ProblemException.ofField("cursor", "required", "is required"));
        return Cursor.decode(text)
                .orElseThrow(() -> ProblemException.ofField("cursor", "malformed", "is not a cursor of this server"));
    }

    static UUID id(String name, String text) {
        if (!Ids.isId(text)) {
            throw ProblemException.ofField(name, "not_an_id", "must be a UUID in lower case");
        }
        return UUID.fromString(text);
    }
}
