package org.waystation.house;

import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;

/**
 * One entry of an OSGi manifest header (OSGi Core 8, section 3.2.4).
 *
 * @param name the package or bundle it is about
 * @param rest its attributes and directives, as written
 */
record Clause(String name, String rest) {

    /** The entries of a header; none where the manifest lacks it. */
    static List<Clause> of(Manifest manifest, String header) {
        String value = manifest.getMainAttributes().getValue(header);
        List<Clause> clauses = new ArrayList<>();
        for (String entry : split(value == null ? "" : value, ',')) {
            List<String> parts = split(entry, ';');
            String rest = String.join(";", parts.subList(1, parts.size()));
            clauses.add(new Clause(parts.getFirst().strip(), rest));
        }
        return clauses;
    }

    boolean says(String text) {
        return rest.replace(" ", "").contains(text);
    }

    /** Splits at the separator where it is not inside a quoted text. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
        return parts;
    }
}
