package org.waystation.sessions.ui.internal.terminal;

import java.text.Normalizer;
import java.util.function.IntSupplier;

/**
 * Stands between what a remote machine prints and the emulator. It lets through only text and the control sequences that
 * are known to be harmless, each whole, with bounded numbers; it bounds what it holds itself, so an endless sequence costs
 * nothing. What would answer with text of the sender, reach the clipboard, resize the window or call a program is dropped.
 * It also puts into the emulator's words what that one does not know: several modes at once, sub-parameters of colours,
 * repeated characters, line drawing by shift out (ECMA-48; XTerm Control Sequences).
 */
final class StreamGuard {

    /** Told of what is no text and does not go to the emulator. */
    interface Asides {

        void title(String title);

        void cursorShape(int shape);

        /** Whether the machine wants to know a colour: 10 the text's, 11 the background's. */
        void colorAsked(int which);

        void secondaryAttributesAsked();
    }

    private static final char ESC = '\u001b';
    private static final int STRING_MOST = 4_096;
    private static final int TITLE_MOST = 120;
    private static final int PARAMETERS_MOST = 256;
    private static final int REPEAT_MOST = 2_000;

    /** What the emulator marks the second half of a wide character with. */
    private static final char EMULATORS_OWN = '\uE000';

    private final Asides asides;
    private final StringBuilder collected = new StringBuilder();
    private final SequenceRules rules;
    private State state = State.TEXT;
    private char stringKind;
    private char intermediate;
    private char g0 = 'B';
    private char g1 = 'B';
    private boolean shiftedOut;
    private char last = ' ';

    private enum State {
        TEXT,
        ESCAPE,
        ESCAPE_INTERMEDIATE,
        SEQUENCE,
        STRING,
        STRING_ESCAPE
    }

    /** @param rows how many lines the screen has now */
    StreamGuard(Asides asides, IntSupplier rows) {
        this.asides = asides;
        this.rules = new SequenceRules(rows);
    }

    /** Takes what came and adds what may go on. */
    void filter(CharSequence in, StringBuilder out) {
        for (int i = 0; i < in.length(); i++) {
            char c = in.charAt(i);
            switch (state) {
                case TEXT -> text(c, out);
                case ESCAPE -> escape(c, out);
                case ESCAPE_INTERMEDIATE -> escapeEnd(c, out);
                case SEQUENCE -> sequence(c, out);
                case STRING -> string(c, out);
                case STRING_ESCAPE -> stringEscape(c, out);
            }
        }
    }

    private void text(char c, StringBuilder out) {
        if (c >= ' ' && c < 0x7f) {
            last = c;
            out.append(c);
        } else if (c < ' ') {
            control(c, out);
        } else if (c >= 0xa0) {
            beyondAscii(c, out);
        }
        // Delete and the controls of 0x80 to 0x9f say nothing in UTF-8.
    }

    private void control(char c, StringBuilder out) {
        switch (c) {
            case ESC -> {
                state = State.ESCAPE;
                collected.setLength(0);
            }
            case 0x0e -> shift(true, out);
            case 0x0f -> shift(false, out);
            case 0x07, '\b', '\t', '\n', 0x0b, 0x0c, '\r' -> out.append(c);
            default -> {} // the rest asks for an answer or means nothing
        }
    }

    private void shift(boolean toG1, StringBuilder out) {
        shiftedOut = toG1;
        out.append(ESC).append('(').append(toG1 ? g1 : g0);
    }

    private void beyondAscii(char c, StringBuilder out) {
        if (c == EMULATORS_OWN) {
            out.append('\uFFFD');
        } else if (isInvisible(c)) {
            return; // would take a cell, and could make text read other than it is
        } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
            compose(c, out);
        } else {
            last = c;
            out.append(c);
        }
    }

    private static boolean isInvisible(char c) {
        return c >= 0x200b && c <= 0x200f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f
                || c >= 0xfe00 && c <= 0xfe0f
                || c == 0xfeff
                || c == 0xad;
    }

    /** A mark joins the character before it where the two make one; the emulator has no cell for it otherwise. */
    private static void compose(char mark, StringBuilder out) {
        int end = out.length() - 1;
        if (end >= 0 && Character.isLetter(out.charAt(end))) {
            String composed = Normalizer.normalize("" + out.charAt(end) + mark, Normalizer.Form.NFC);
            if (composed.length() == 1) {
                out.setCharAt(end, composed.charAt(0));
            }
        }
    }

    private void escape(char c, StringBuilder out) {
        state = State.TEXT;
        switch (c) {
            case '[' -> state = State.SEQUENCE;
            case ']', 'P', 'X', '^', '_', 'k' -> {
                state = State.STRING;
                stringKind = c;
            }
            case '(', ')', '*', '+', '-', '.', '/', '#', ' ', '%', '$', '@' -> {
                state = State.ESCAPE_INTERMEDIATE;
                intermediate = c;
            }
            case '7', '8', 'D', 'E', 'H', 'M', '=', '>' -> out.append(ESC).append(c);
            case 'c' -> {
                g0 = 'B';
                g1 = 'B';
                shiftedOut = false;
                out.append(ESC).append(c).append(ESC).append("(B");
            }
            case ESC -> state = State.ESCAPE;
            default -> {} // unknown
        }
    }

    private void escapeEnd(char c, StringBuilder out) {
        state = State.TEXT;
        char set = c == '0' || c == 'A' ? c : 'B';
        if (intermediate == '(') {
            g0 = set;
            if (!shiftedOut) {
                out.append(ESC).append('(').append(set);
            }
        } else if (intermediate == ')') {
            g1 = set;
            if (shiftedOut) {
                out.append(ESC).append('(').append(set);
            }
        } else if (intermediate == '#' && c == '8') {
            out.append(ESC).append("#8");
        }
    }

    private void sequence(char c, StringBuilder out) {
        if (c >= 0x40 && c <= 0x7e) {
            state = State.TEXT;
            if (collected.length() < PARAMETERS_MOST) {
                dispatch(collected.toString(), c, out);
            }
        } else if (c >= 0x20 && c < 0x40) {
            if (collected.length() < PARAMETERS_MOST) {
                collected.append(c);
            }
        } else if (c == 0x18 || c == 0x1a) {
            state = State.TEXT; // cancelled
        } else if (c < 0x20) {
            control(c, out); // works in the midst of a sequence, and an escape begins another
        } else {
            state = State.TEXT;
        }
    }

    private void dispatch(String parameters, char end, StringBuilder out) {
        if (end == 'q' && parameters.endsWith(" ")) {
            asides.cursorShape(SequenceRules.number(parameters.substring(0, parameters.length() - 1), 0));
        } else if (end == 'c' && parameters.startsWith(">")) {
            asides.secondaryAttributesAsked();
        } else if (end == 'b') {
            int times = Math.clamp(SequenceRules.number(parameters, 1), 1, REPEAT_MOST);
            out.repeat(last, times);
        } else {
            rules.rewrite(parameters, end, out);
        }
    }

    private void string(char c, StringBuilder out) {
        if (c == 0x07) {
            stringEnd(out);
        } else if (c == ESC) {
            state = State.STRING_ESCAPE;
        } else if (c == 0x18 || c == 0x1a) {
            state = State.TEXT;
        } else if (collected.length() < STRING_MOST) {
            collected.append(c);
        }
    }

    private void stringEscape(char c, StringBuilder out) {
        if (c == '\\') {
            stringEnd(out);
        } else {
            state = State.ESCAPE; // not ended as it should be: a new sequence begins
            collected.setLength(0);
            escape(c, out);
        }
    }

    private void stringEnd(StringBuilder out) {
        state = State.TEXT;
        if (stringKind != ']' || collected.length() >= STRING_MOST) {
            return;
        }
        String[] parts = collected.toString().split(";", 3);
        switch (parts[0]) {
            case "0", "2" -> asides.title(parts.length > 1 ? plain(collected.substring(2)) : "");
            case "8" -> link(parts.length > 2 ? parts[2] : "", out);
            case "10", "11" -> {
                if (parts.length > 1 && parts[1].equals("?")) {
                    asides.colorAsked(Integer.parseInt(parts[0]));
                }
            }
            default -> {} // clipboard, notifications, colours, programs: not from there
        }
    }

    private static void link(String target, StringBuilder out) {
        if (target.isEmpty() || Links.allowed(target)) {
            out.append(ESC).append("]8;;").append(target).append(ESC).append('\\');
        }
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(TITLE_MOST)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }
}
