package org.waystation.shell.internal.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words longer than any word is, such as a certificate in one line, are broken where they are shown. */
public final class LongWords {

    /** Characters without a space. */
    static final int LONGEST = 200;

    private LongWords() {}

    /** The text with a line break in each word that is too long. */
    public static String broken(String text) {
        return text.lines().map(line -> String.join("\n", whole(line))).collect(Collectors.joining("\n"));
    }

    /** Pieces of no more than the longest word; together they are the text. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (text.length() - at > LONGEST) {
            int end = at + LONGEST;
            int space = lastSpace(text, at, end);
            int cut = space > at ? space + 1 : Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
            pieces.add(text.substring(at, cut));
            at = cut;
        }
        pieces.add(text.substring(at));
        return pieces;
    }

    /** Looks no further back than the piece begins: a text without a space would be gone through again for each piece. */
    private static int lastSpace(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == ' ') {
                return i;
            }
        }
        return -1;
    }

    /** How many characters without a space a text ends with, after so many before it. */
    static int tail(int before, String text) {
        int space = text.lastIndexOf(' ');
        return space >= 0 ? text.length() - space - 1 : before + text.length();
    }

    /** The line in pieces that are broken only where a word is too long. */
    private static List<String> whole(String line) {
        List<String> lines = new ArrayList<>();
        StringBuilder present = new StringBuilder();
        int unbroken = 0;
        for (String piece : pieces(line)) {
            present.append(piece);
            unbroken = tail(unbroken, piece);
            if (unbroken >= LONGEST) {
                lines.add(present.toString());
                present.setLength(0);
                unbroken = 0;
            }
        }
        lines.add(present.toString());
        return lines;
    }
}
