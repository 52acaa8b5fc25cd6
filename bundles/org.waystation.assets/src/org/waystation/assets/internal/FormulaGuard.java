package org.waystation.assets.internal;

/**
 * Keeps a spreadsheet from taking a text for a formula (CSV injection, OWASP): such a text gets an apostrophe in front,
 * which spreadsheets do not show, and loses it when it is read again.
 */
final class FormulaGuard {

    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private FormulaGuard() {}

    static String write(String text) {
        return dangerous(text) || guarded(text) ? "'" + text : text;
    }

    static String read(String cell) {
        return guarded(cell) ? cell.substring(1) : cell;
    }

    private static boolean dangerous(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** Any number of apostrophes and then a formula, so that reading undoes exactly what writing did. */
    private static boolean guarded(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at > 0 && at < text.length() && BEGINS_FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
