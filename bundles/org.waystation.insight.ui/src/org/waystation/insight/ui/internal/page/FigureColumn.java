package org.waystation.insight.ui.internal.page;

/**
 * A column of a table of figures.
 *
 * @param width compared with the others
 * @param figure whether it stands on the right
 */
record FigureColumn(String title, int width, boolean figure) {

    static FigureColumn text(String title, int width) {
        return new FigureColumn(title, width, false);
    }

    static FigureColumn figure(String title) {
        return new FigureColumn(title, 10, true);
    }
}
