package org.waystation.shell.internal.theme;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** What one theme holds of the display. */
public final class LookResources {

    private final Display display;
    private final Palette palette;
    private final Map<Tone, Color> colors = new EnumMap<>(Tone.class);
    private final Fonts fonts;
    private final Icons icons;

    public LookResources(Display display, Palette palette) {
        this(display, palette, new Fonts(display));
    }

    private LookResources(Display display, Palette palette, Fonts fonts) {
        this.display = display;
        this.palette = palette;
        this.fonts = fonts;
        this.icons = new Icons(display);
    }

    /** Another theme; fonts are the same in all, so that no control is left with one that is gone. */
    public LookResources with(Palette other) {
        return new LookResources(display, other, fonts);
    }

    public boolean dark() {
        return palette.isDark();
    }

    public Color color(Tone tone) {
        return colors.computeIfAbsent(tone, t -> new Color(palette.rgb(t)));
    }

    public Font font(TextStyle style) {
        return fonts.get(style);
    }

    public Image icon(String name, Tone tone) {
        return icons.get(name, tone, palette.rgb(tone));
    }

    /** Gives back the icons; colours hold nothing of the system. */
    public void disposeIcons() {
        icons.dispose();
    }

    /** Gives back all, at the end of the display. */
    public void dispose() {
        disposeIcons();
        fonts.dispose();
    }
}
