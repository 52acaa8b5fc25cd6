package org.waystation.shell.internal.declared;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One object of a declarations file. What is missing, of the wrong type or misspelt is named with where it stands. */
record Entry(JsonNode node, String at) {

    /**
     * @param known the names it may have
     */
    static Entry of(JsonNode node, String at, Set<String> known) throws IOException {
        if (!node.isObject()) {
            throw new IOException(at + " is no object");
        }
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!known.contains(name)) {
                throw new IOException("%s has “%s”, which is not known; known are %s"
                        .formatted(
                                at,
                                name,
                                String.join(", ", known.stream().sorted().toList())));
            }
        }
        return new Entry(node, at);
    }

    List<Entry> entries(String name, Set<String> known) throws IOException {
        JsonNode array = node.path(name);
        if (!array.isMissingNode() && !array.isArray()) {
            throw wrong(name, "a list");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            entries.add(of(array.get(i), "%s%s[%d]".formatted(at.isEmpty() ? "" : at + ".", name, i), known));
        }
        return entries;
    }

    String text(String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(name, "a text");
        }
        return value.textValue();
    }

    /** Empty where it is missing. */
    String textOrNone(String name) throws IOException {
        return node.has(name) ? text(name) : "";
    }

    int number(String name) throws IOException {
        if (!node.path(name).isInt()) {
            throw wrong(name, "a whole number");
        }
        return node.path(name).intValue();
    }

    boolean flag(String name) throws IOException {
        if (!node.path(name).isBoolean()) {
            throw wrong(name, "true or false");
        }
        return node.path(name).booleanValue();
    }

    IOException wrong(String name, String wanted) {
        return new IOException("%s%s must be %s".formatted(at.isEmpty() ? "" : at + ".", name, wanted));
    }
}
