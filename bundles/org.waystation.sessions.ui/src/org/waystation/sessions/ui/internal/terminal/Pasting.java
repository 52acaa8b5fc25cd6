package org.waystation.sessions.ui.internal.terminal;

import java.nio.charset.StandardCharsets;

/** Text about to be pasted: what it does once it is sent, and in which form it is sent. */
final class Pasting {

    private final String text;

    Pasting(String clipboard) {
        // An end of bracketed pasting in the text would let the rest of it act as typed.
        StringBuilder plain = new StringBuilder(clipboard.length());
        clipboard.replace("\r\n", "\n").chars().forEach(c -> {
            if (c == '\n' || c == '\t' || c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0)) {
                plain.append((char) c);
            }
        });
        text = plain.toString();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** How many lines would be carried out at once, were each a command. */
    int lines() {
        return (int) text.stripTrailing().lines().count();
    }

    /** Whether to ask first: more than one line, or a line that ends in a line end. */
    boolean isRisky() {
        return text.indexOf('\n') >= 0;
    }

    String preview(int most) {
        String stripped = text.stripTrailing();
        return stripped.length() > most ? stripped.substring(0, most) + "…" : stripped;
    }

    byte[] bytes(boolean bracketed) {
        String sent = text.replace('\n', '\r');
        return (bracketed ? "\u001b[200~" + sent + "\u001b[201~" : sent).getBytes(StandardCharsets.UTF_8);
    }
}
