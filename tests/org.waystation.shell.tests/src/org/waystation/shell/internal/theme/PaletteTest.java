package org.waystation.shell.internal.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Tint;

/** Text stands out from its ground (WCAG 2.2, success criterion 1.4.3: 4.5 to 1). */
class PaletteTest {

    private static final double ENOUGH = 4.5;
    private static final List<Palette> PALETTES = List.of(Palette.light(), Palette.dark());
    private static final List<Tone> SURFACES = List.of(Tone.BACKGROUND, Tone.STRIP, Tone.PANEL, Tone.EDITOR);
    private static final List<Tone> ROWS = List.of(Tone.SELECTION, Tone.SELECTION_UNFOCUSED, Tone.HOVER);

    @Test
    void textAndDimStandOutEverywhere() {
        for (Palette palette : PALETTES) {
            for (Tone text : List.of(Tone.TEXT, Tone.DIM)) {
                SURFACES.forEach(ground -> stands(palette, text, ground));
                ROWS.forEach(ground -> stands(palette, text, ground));
            }
        }
    }

    @Test
    void placeholdersLinksAndStatesStandOutOnSurfaces() {
        for (Palette palette : PALETTES) {
            for (Tone text : List.of(Tone.FAINT, Tone.ACCENT, Tone.OK, Tone.WARN, Tone.BAD)) {
                SURFACES.forEach(ground -> stands(palette, text, ground));
            }
        }
    }

    @Test
    void urgencyStandsOutInEveryRow() {
        for (Palette palette : PALETTES) {
            for (Tone text : List.of(Tone.WARN, Tone.BAD)) {
                ROWS.forEach(ground -> stands(palette, text, ground));
            }
        }
    }

    @Test
    void pillsCanBeRead() {
        for (Palette palette : PALETTES) {
            for (Tint tint : Tint.values()) {
                stands(palette, tint.text(), tint.background());
            }
            stands(palette, Tone.ON_ACCENT, Tone.ACCENT_FILL);
        }
    }

    @Test
    void everyToneHasAColour() {
        for (Palette palette : PALETTES) {
            for (Tone tone : Tone.values()) {
                palette.rgb(tone);
            }
        }
    }

    @Test
    void theMeasureKnowsTheExtremes() {
        assertTrue(Math.abs(contrast(new RGB(0, 0, 0), new RGB(255, 255, 255)) - 21) < 0.01);
        assertTrue(contrast(new RGB(0xA8, 0xAD, 0xBD), new RGB(255, 255, 255)) < ENOUGH, "a grey that is too light");
    }

    private static void stands(Palette palette, Tone text, Tone ground) {
        double contrast = contrast(palette.rgb(text), palette.rgb(ground));
        String where = text + " on " + ground + (palette.isDark() ? ", dark" : ", light");
        assertTrue(contrast >= ENOUGH, () -> where + ": " + contrast);
    }

    private static double contrast(RGB one, RGB other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(RGB color) {
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
