package org.waystation.shell.internal.theme;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Display;
import org.waystation.shell.theme.TextStyle;

/** Fonts by meaning: Inter and JetBrains Mono where they are installed, else what the system uses. */
final class Fonts {

    private static final String[] MONOSPACED = {
        "JetBrains Mono", "Cascadia Mono", "Consolas", "Menlo", "DejaVu Sans Mono"
    };

    private final Display display;
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);

    Fonts(Display display) {
        this.display = display;
    }

    Font get(TextStyle style) {
        return fonts.computeIfAbsent(style, this::make);
    }

    void dispose() {
        fonts.values().forEach(Font::dispose);
        fonts.clear();
    }

    private Font make(TextStyle style) {
        return switch (style) {
            case BODY -> font(text(), 13, SWT.NORMAL);
            case BODY_STRONG -> strong("Medium", 13);
            case SMALL -> font(text(), 12, SWT.NORMAL);
            case SMALL_STRONG -> strong("Medium", 12);
            case TINY_STRONG -> strong("SemiBold", 10);
            case HEADING -> strong("SemiBold", 15);
            case TITLE -> strong("SemiBold", 18);
            case CODE -> font(mono(), 12, SWT.NORMAL);
        };
    }

    private String text() {
        return has("Inter") ? "Inter" : display.getSystemFont().getFontData()[0].getName();
    }

    private String mono() {
        for (String name : MONOSPACED) {
            if (has(name)) {
                return name;
            }
        }
        return "Monospace";
    }

    /** SWT knows normal and bold alone; the weights between are families of their own where the font brings them. */
    private Font strong(String weight, int pixels) {
        String family = "Inter " + weight;
        boolean byFamily = has("Inter") && ("gtk".equals(SWT.getPlatform()) || has(family));
        return byFamily ? font(family, pixels, SWT.NORMAL) : font(text(), pixels, SWT.BOLD);
    }

    private boolean has(String family) {
        return display.getFontList(family, true).length > 0;
    }

    /** By the form that {@link FontData#toString} gives, which alone takes a height that is no whole number. */
    private Font font(String family, int pixels, int style) {
        float points = pixels * 72f / display.getDPI().y;
        return new Font(display, new FontData("1|" + family + '|' + points + '|' + style + '|'));
    }
}
