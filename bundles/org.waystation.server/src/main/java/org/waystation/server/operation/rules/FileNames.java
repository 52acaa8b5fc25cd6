package org.waystation.server.operation.rules;

import java.util.Set;

/** What may be a file's name: something that every system can store in a folder without leaving it. */
final class FileNames {

    private static final Set<String> NOT_NAMES = Set.of(".", "..");

    private FileNames() {}

    /**
     * No folders, no control characters, and none that reorder or hide text (Unicode, bidirectional formatting and
     * zero width), by which {@code exe.fdp} can look like {@code pdf.exe}.
     */
    static boolean isPlain(String name) {
        return !name.isBlank()
                && !NOT_NAMES.contains(name)
                && name.equals(name.strip())
                && !name.endsWith(".")
                && name.codePoints().noneMatch(FileNames::isForbidden);
    }

    private static boolean isForbidden(int c) {
        int type = Character.getType(c);
        return c == '/'
                || c == '\\'
                || c == ':'
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }
}
