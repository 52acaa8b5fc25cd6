package org.waystation.sessions.ui.internal.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/** Which control sequences (CSI) go on to the emulator, and in which form. */
final class SequenceRules {

    private static final String BEGIN = "\u001b[";
    private static final int NUMBER_MOST = 9_999;
    private static final int NUMBERS_MOST = 32;

    /** Cursor, erasing, inserting, scrolling, tabs, style, region, reports without text. */
    private static final String PLAIN = "@ABCDEFGHJKLMPSTX`dfgmnr";

    /** Modes that change what is shown or what keys and mouse send; neither the window's size nor its title. */
    private static final Set<String> PRIVATE_MODES = Set.of(
            "1", "5", "6", "7", "25", "45", "47", "1000", "1002", "1003", "1005", "1006", "1015", "1047", "1048",
            "1049", "2004");

    private static final Set<String> MODES = Set.of("4", "20");

    /** Those that insert, delete or scroll lines; more of them than there are means all. */
    private static final String BY_LINES = "LMST";

    private final IntSupplier rows;

    SequenceRules(IntSupplier rows) {
        this.rows = rows;
    }

    void rewrite(String parameters, char end, StringBuilder out) {
        if (parameters.startsWith("?")) {
            privately(parameters.substring(1), end, out);
        } else if (parameters.equals("!") && end == 'p') {
            out.append(BEGIN).append("!p");
        } else if (isNumbers(parameters)) {
            plainly(parameters, end, out);
        }
    }

    private static boolean isNumbers(String parameters) {
        return parameters.chars().allMatch(c -> c >= '0' && c <= '9' || c == ';' || c == ':');
    }

    private void privately(String parameters, char end, StringBuilder out) {
        if (!isNumbers(parameters)) {
            return;
        }
        if (end == 'h' || end == 'l') {
            for (String mode : parameters.split(";")) {
                if (PRIVATE_MODES.contains(mode)) {
                    out.append(BEGIN).append('?').append(mode).append(end);
                }
            }
        } else if (end == 'J' || end == 'K') {
            plainly(parameters, end, out); // nothing is protected here, so erasing what is not protected erases all
        }
    }

    private void plainly(String parameters, char end, StringBuilder out) {
        switch (end) {
            case 's' -> out.append("\u001b7");
            case 'u' -> out.append("\u001b8");
            case 'a' -> write(parameters, 'C', out);
            case 'e' -> write(parameters, 'B', out);
            case 'c' -> out.append(BEGIN).append('c');
            case 'h', 'l' -> {
                for (String mode : parameters.split(";")) {
                    if (MODES.contains(mode)) {
                        out.append(BEGIN).append(mode).append(end);
                    }
                }
            }
            case 'm' -> style(parameters, out);
            case 'T' -> {
                if (parameters.indexOf(';') < 0) {
                    write(parameters, end, out); // with several numbers it is about the mouse
                }
            }
            default -> {
                if (PLAIN.indexOf(end) >= 0) {
                    write(parameters, end, out);
                }
            }
        }
    }

    private void write(String parameters, char end, StringBuilder out) {
        out.append(BEGIN);
        String[] numbers = parameters.split("[;:]", -1);
        for (int i = 0; i < Math.min(numbers.length, NUMBERS_MOST); i++) {
            if (i > 0) {
                out.append(';');
            }
            if (!numbers[i].isEmpty()) {
                int number = number(numbers[i], 0);
                out.append(BY_LINES.indexOf(end) >= 0 ? Math.min(number, rows.getAsInt()) : number);
            }
        }
        out.append(end);
    }

    /** The emulator reads an empty number as none at all, so here it is written as the zero that it means. */
    private static void style(String parameters, StringBuilder out) {
        List<Integer> codes = new ArrayList<>();
        String[] parts = parameters.split(";", -1);
        for (int i = 0; i < parts.length && codes.size() < NUMBERS_MOST; i++) {
            String[] sub = parts[i].split(":", -1);
            int code = number(sub[0], 0);
            if (code == 58) {
                i += sub.length > 1 ? 0 : number(i + 1 < parts.length ? parts[i + 1] : "", 0) == 2 ? 4 : 2;
            } else if (sub.length > 1) {
                subParameters(code, sub, codes);
            } else {
                codes.add(code == 21 ? 4 : code);
            }
        }
        if (!codes.isEmpty()) {
            out.append(BEGIN);
            for (int i = 0; i < codes.size(); i++) {
                out.append(i == 0 ? "" : ";").append(codes.get(i));
            }
            out.append('m');
        }
    }

    private static void subParameters(int code, String[] sub, List<Integer> codes) {
        int kind = number(sub[1], 0);
        if (code == 4) {
            codes.add(kind == 0 ? 24 : 4);
        } else if ((code == 38 || code == 48) && kind == 5 && sub.length > 2) {
            codes.addAll(List.of(code, 5, number(sub[2], 0)));
        } else if ((code == 38 || code == 48) && kind == 2 && sub.length > 4) {
            int first = sub.length > 5 ? 3 : 2; // a colour space may stand before the three
            codes.addAll(List.of(code, 2, number(sub[first], 0), number(sub[first + 1], 0), number(sub[first + 2], 0)));
        }
    }

    static int number(String digits, int fallback) {
        if (digits.isEmpty() || digits.length() > 9) {
            return digits.isEmpty() ? fallback : NUMBER_MOST;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return fallback;
            }
        }
        return Math.min(Integer.parseInt(digits), NUMBER_MOST);
    }
}
