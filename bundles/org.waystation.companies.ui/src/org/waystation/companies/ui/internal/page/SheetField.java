package org.waystation.companies.ui.internal.page;

/**
 * A field of a form.
 *
 * @param name on the wire
 * @param lines 1 for one line; more for a text, 0 for a switch
 */
record SheetField(String name, String label, int lines) {

    static SheetField line(String name, String label) {
        return new SheetField(name, label, 1);
    }

    static SheetField text(String name, String label) {
        return new SheetField(name, label, 4);
    }

    static SheetField flag(String name, String label) {
        return new SheetField(name, label, 0);
    }

    boolean flag() {
        return lines == 0;
    }
}
