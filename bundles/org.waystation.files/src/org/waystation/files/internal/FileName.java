package org.waystation.files.internal;

import java.util.Set;
import org.waystation.api.domain.Attachment;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentException.Reason;

/** Names that every system can keep in a folder and that show what they are, by the rules of the server. */
final class FileName {

    private static final Set<String> NOT_NAMES = Set.of(".", "..");

    private FileName() {}

    /** Refuses what is no plain file name. */
    static String checked(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || NOT_NAMES.contains(plain) || plain.endsWith(".")) {
            throw new AttachmentException(Reason.NAME, "\"" + plain + "\" is no file name: give the file another one.");
        }
        if (plain.length() > Attachment.NAME_MAX) {
            throw new AttachmentException(
                    Reason.NAME, "The file's name has more than " + Attachment.NAME_MAX + " characters: shorten it.");
        }
        if (plain.codePoints().anyMatch(FileName::forbidden)) {
            throw new AttachmentException(
                    Reason.NAME,
                    "The file's name holds a folder or characters that cannot be seen: give the file another one.");
        }
        return plain;
    }

    private static boolean forbidden(int c) {
        return c == '/'
                || c == '\\'
                || c == ':'
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }
}
