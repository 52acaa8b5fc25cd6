package org.waystation.shell.widgets;

import java.util.Locale;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** The initials of a person in a disc. */
public final class Avatar extends PaintedControl {

    public static final int SIZE = 24;

    private String name = "";

    public Avatar(Composite parent, Look look, String name) {
        super(parent, look, false, ACC.ROLE_GRAPHIC);
        show(name);
    }

    public void show(String newName) {
        if (!newName.equals(name)) {
            name = newName;
            setToolTipText(newName.replace("&", "&&"));
            redraw();
        }
    }

    /** The first letters of the first and last word; the first two letters of a single one. */
    public static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0], 0);
        String second = words.length > 1 ? letter(words[words.length - 1], 0) : letter(words[0], first.length());
        return (first + second).toUpperCase(Locale.ROOT);
    }

    private static String letter(String word, int at) {
        return at < word.length() ? Character.toString(word.codePointAt(at)) : "";
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        int top = (area.height - SIZE) / 2;
        brush.disc(0, top, SIZE, Tone.ACCENT_BACKGROUND);
        brush.text(initials(name), TextStyle.TINY_STRONG, Tone.ACCENT, new Rectangle(0, top, SIZE, SIZE), Align.CENTER);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(SIZE, SIZE);
    }

    @Override
    protected String accessibleName() {
        return name;
    }
}
