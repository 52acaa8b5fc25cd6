package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;
import org.waystation.vault.UnlockSource;

/** A secret in a file that only its owner can read; for profiles with sample data, tests and unattended machines. */
record SecretFile(Path file) implements UnlockSource {

    @Override
    public char[] secret() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnlockException(
                    Reason.UNREADABLE, "The file with the unlock secret, " + file + ", is not there.", null);
        }
        if (PrivateFiles.openToOthers(file)) {
            throw new UnlockException(
                    Reason.UNREADABLE,
                    "Others can read the file with the unlock secret: run chmod 600 " + file + " and start again.",
                    null);
        }
        byte[] bytes = Files.readAllBytes(file);
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        try {
            int end = text.remaining();
            while (end > 0 && Character.isWhitespace(text.get(end - 1))) {
                end--; // the line break at its end
            }
            char[] secret = new char[end];
            text.get(secret);
            return secret;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }
}
