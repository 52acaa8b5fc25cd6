package org.waystation.server.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which endpoint answers what.
 *
 * @param template path whose parts in braces vary
 * @param open whether it needs no token
 * @param deprecation empty where it stays
 */
record Route(String method, String template, boolean open, Endpoint endpoint, Optional<Deprecation> deprecation) {

    /** One that stays. */
    Route(String method, String template, boolean open, Endpoint endpoint) {
        this(method, template, open, endpoint, Optional.empty());
    }

    /** The same, which will go. */
    Route deprecated(Deprecation how) {
        return new Route(method, template, open, endpoint, Optional.of(how));
    }

    /** The parts that vary, by name; empty where the path is another one. */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = List.of(template.split("/", -1));
        List<String> parts = List.of(path.split("/", -1));
        if (wanted.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String want = wanted.get(i);
            if (want.startsWith("{")) {
                values.put(want.substring(1, want.length() - 1), parts.get(i));
            } else if (!want.equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** HEAD is GET without the body, which Jetty leaves out. */
    boolean takes(String requested) {
        return method.equals(requested) || (method.equals("GET") && requested.equals("HEAD"));
    }
}
