package org.waystation.shell.widgets;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;

/** A word with a meaning, on that meaning's colour. */
public final class Pill extends PaintedControl {

    private final PillPainter painter = new PillPainter();
    private String word;
    private Tint tint;

    public Pill(Composite parent, Look look, String word, Tint tint) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.word = word;
        this.tint = tint;
    }

    public void show(String newWord, Tint newTint) {
        if (!newWord.equals(word) || newTint != tint) {
            word = newWord;
            tint = newTint;
            changed();
        }
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (!word.isEmpty()) {
            painter.paint(brush, word, tint, 0, (area.height - PillPainter.HEIGHT) / 2);
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(word.isEmpty() ? 0 : painter.width(brush, word), PillPainter.HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return word;
    }
}
