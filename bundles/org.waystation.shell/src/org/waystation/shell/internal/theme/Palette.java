package org.waystation.shell.internal.theme;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.swt.graphics.RGB;
import org.waystation.shell.theme.Theme;
import org.waystation.shell.theme.Tone;

/**
 * The colours of one theme. Every text tone stands at 4.5 : 1 or more on the grounds it is used on (WCAG 2.2, success
 * criterion 1.4.3); some values are therefore a step darker or lighter than a brand colour would be.
 */
public final class Palette {

    private final boolean dark;
    private final Map<Tone, RGB> colors = new EnumMap<>(Tone.class);

    private Palette(boolean dark) {
        this.dark = dark;
    }

    public static Palette light() {
        return new Palette(false)
                .with(Tone.BACKGROUND, 0xF7F8FA)
                .with(Tone.STRIP, 0xF7F8FA)
                .with(Tone.PANEL, 0xFFFFFF)
                .with(Tone.EDITOR, 0xFFFFFF)
                .with(Tone.LINE, 0xE3E5EA)
                .with(Tone.TEXT, 0x1F2329)
                .with(Tone.DIM, 0x5F6371)
                .with(Tone.FAINT, 0x6C7180)
                .with(Tone.ACCENT, 0x2A66DB)
                .with(Tone.ACCENT_FILL, 0x2F6BE6)
                .with(Tone.ACCENT_BACKGROUND, 0xE7EFFD)
                .with(Tone.ON_ACCENT, 0xFFFFFF)
                .with(Tone.SELECTION, 0xD4E2FF)
                .with(Tone.SELECTION_UNFOCUSED, 0xE6E9EF)
                .with(Tone.HOVER, 0xF0F2F5)
                .with(Tone.OK, 0x1B7A34)
                .with(Tone.OK_BACKGROUND, 0xE6F5EA)
                .with(Tone.WARN, 0x985000)
                .with(Tone.WARN_BACKGROUND, 0xFFF3DB)
                .with(Tone.WARN_MARK, 0xD07A0B)
                .with(Tone.BAD, 0xBE2032)
                .with(Tone.BAD_BACKGROUND, 0xFDECEE)
                .with(Tone.PROACTIVE, 0x0B727B)
                .with(Tone.PROACTIVE_BACKGROUND, 0xE0F4F5)
                .with(Tone.REACTIVE, 0x8A4BB8)
                .with(Tone.REACTIVE_BACKGROUND, 0xF3EAFB);
    }

    public static Palette dark() {
        return new Palette(true)
                .with(Tone.BACKGROUND, 0x1E1F22)
                .with(Tone.STRIP, 0x2B2D30)
                .with(Tone.PANEL, 0x2B2D30)
                .with(Tone.EDITOR, 0x1E1F22)
                .with(Tone.LINE, 0x393B40)
                .with(Tone.TEXT, 0xDFE1E5)
                .with(Tone.DIM, 0xA4A7AF)
                .with(Tone.FAINT, 0x92969F)
                .with(Tone.ACCENT, 0x6B9BFA)
                .with(Tone.ACCENT_FILL, 0x366FE4)
                .with(Tone.ACCENT_BACKGROUND, 0x25324D)
                .with(Tone.ON_ACCENT, 0xFFFFFF)
                .with(Tone.SELECTION, 0x293A5F)
                .with(Tone.SELECTION_UNFOCUSED, 0x3A3D43)
                .with(Tone.HOVER, 0x33353A)
                .with(Tone.OK, 0x5FB865)
                .with(Tone.OK_BACKGROUND, 0x253627)
                .with(Tone.WARN, 0xE0A33B)
                .with(Tone.WARN_BACKGROUND, 0x3D3223)
                .with(Tone.WARN_MARK, 0xE0A33B)
                .with(Tone.BAD, 0xF58A87)
                .with(Tone.BAD_BACKGROUND, 0x402929)
                .with(Tone.PROACTIVE, 0x4FC3CC)
                .with(Tone.PROACTIVE_BACKGROUND, 0x1F3638)
                .with(Tone.REACTIVE, 0xC58AF0)
                .with(Tone.REACTIVE_BACKGROUND, 0x352A40);
    }

    /** The standard one with what a theme has otherwise. */
    public static Palette of(Theme theme) {
        Palette palette = theme.dark() ? dark() : light();
        palette.colors.putAll(theme.colors());
        return palette;
    }

    public boolean isDark() {
        return dark;
    }

    public RGB rgb(Tone tone) {
        return Objects.requireNonNull(colors.get(tone), () -> "no colour for " + tone);
    }

    private Palette with(Tone tone, int hex) {
        colors.put(tone, new RGB(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF));
        return this;
    }
}
