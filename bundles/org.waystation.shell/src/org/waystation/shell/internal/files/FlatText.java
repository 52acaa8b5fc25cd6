package org.waystation.shell.internal.files;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keys and values as lines of text, sorted, so that a person can read and compare them. */
public final class FlatText {

    private FlatText() {}

    public static String format(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry ->
                                escape(entry.getKey()).replace("=", "\\e") + "=" + escape(entry.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    /** Lines that are none of ours are passed over. */
    public static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> values = new TreeMap<>();
        text.lines().forEach(line -> {
            int at = line.indexOf('=');
            if (at > 0) {
                values.put(unescape(line.substring(0, at)), unescape(line.substring(at + 1)));
            }
        });
        return values;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                c = switch (text.charAt(++i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 'e' -> '=';
                    default -> text.charAt(i);
                };
            }
            out.append(c);
        }
        return out.toString();
    }
}
