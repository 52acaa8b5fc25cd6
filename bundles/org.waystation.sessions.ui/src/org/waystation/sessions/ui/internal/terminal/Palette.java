package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** Which colours a terminal's numbers stand for in the present theme; every text colour is readable on its ground. */
final class Palette {

    private static final int[] LIGHT = {
        0x2B2D30, 0xC4321C, 0x2F7D32, 0x8A6100, 0x2A5FD0, 0x8E3BB5, 0x0B7A8A, 0x5F6573,
        0x6C707E, 0xD9412A, 0x388E3C, 0x9A6B00, 0x3574F0, 0xA349CC, 0x0E8A9C, 0x1F2329
    };
    private static final int[] DARK = {
        0x4A4D52, 0xF2705F, 0x7CC47F, 0xE0B050, 0x6F9DF9, 0xCB8AE8, 0x55C2D0, 0xC9CCD2,
        0x7A7E87, 0xFF8A7A, 0x98D89B, 0xF0C978, 0x8FB4FF, 0xDDA6F5, 0x7ADAE6, 0xFFFFFF
    };
    private static final int BASIC = 16;
    private static final int CUBE_END = 232;
    private static final int[] CUBE_STEPS = {0, 95, 135, 175, 215, 255};

    private final Look look;

    Palette(Look look) {
        this.look = look;
    }

    Color ground(TextStyle style) {
        return style.hasOption(TextStyle.Option.INVERSE)
                ? color(style.getForeground(), Tone.TEXT)
                : color(style.getBackground(), Tone.EDITOR);
    }

    Color text(TextStyle style) {
        if (style.hasOption(TextStyle.Option.HIDDEN)) {
            return ground(style);
        }
        Color color = style.hasOption(TextStyle.Option.INVERSE)
                ? color(style.getBackground(), Tone.EDITOR)
                : color(style.getForeground(), Tone.TEXT);
        return style.hasOption(TextStyle.Option.DIM) ? between(color, ground(style)) : color;
    }

    Color tone(Tone tone) {
        return look.color(tone);
    }

    private Color color(@Nullable TerminalColor color, Tone fallback) {
        if (color == null) {
            return look.color(fallback);
        }
        if (color.isIndexed()) {
            return new Color(rgb(indexed(color.getColorIndex())));
        }
        com.techsenger.jeditermfx.core.Color exact = color.toColor();
        return new Color(exact.getRed(), exact.getGreen(), exact.getBlue());
    }

    private int indexed(int index) {
        if (index < BASIC) {
            return (look.dark() ? DARK : LIGHT)[index];
        }
        if (index < CUBE_END) {
            int cube = index - BASIC;
            return CUBE_STEPS[cube / 36 % 6] << 16 | CUBE_STEPS[cube / 6 % 6] << 8 | CUBE_STEPS[cube % 6];
        }
        int grey = 8 + (index - CUBE_END) * 10;
        return grey << 16 | grey << 8 | grey;
    }

    private static RGB rgb(int value) {
        return new RGB(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
    }

    private static Color between(Color a, Color b) {
        return new Color(
                (a.getRed() * 3 + b.getRed() * 2) / 5,
                (a.getGreen() * 3 + b.getGreen() * 2) / 5,
                (a.getBlue() * 3 + b.getBlue() * 2) / 5);
    }
}
