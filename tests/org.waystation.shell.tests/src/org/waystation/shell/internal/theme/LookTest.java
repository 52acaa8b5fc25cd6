package org.waystation.shell.internal.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

class LookTest {

    private final Display display = Display.getDefault();
    private final StandardLook look = new StandardLook(display, false);

    @Test
    void anIconIsSharpAtEachZoom() {
        Image icon = look.icon("ticket", Tone.DIM);
        assertEquals(16, icon.getImageData(100).width);
        assertEquals(32, icon.getImageData(200).width);
        assertEquals(24, icon.getImageData(150).width);
    }

    @Test
    void anIconHasTheTonesColour() {
        ImageData data = look.icon("dot", Tone.BAD).getImageData(200);
        assertEquals(look.color(Tone.BAD).getRGB(), data.palette.getRGB(data.getPixel(16, 16)));
    }

    @Test
    void anUnknownIconIsADot() {
        ImageData unknown = look.icon("no-such-icon", Tone.DIM).getImageData(100);
        ImageData dot = look.icon("dot", Tone.DIM).getImageData(100);
        for (int x = 0; x < 16; x++) {
            assertEquals(dot.getAlpha(x, 8), unknown.getAlpha(x, 8));
        }
        assertEquals(255, unknown.getAlpha(8, 8));
    }

    @Test
    void anIconIsDrawnOnce() {
        assertSame(look.icon("ticket", Tone.DIM), look.icon("ticket", Tone.DIM));
    }

    @Test
    void sizesAreInPixels() {
        GC gc = new GC(display);
        gc.setFont(look.font(TextStyle.BODY));
        int body = gc.getFontMetrics().getHeight();
        gc.setFont(look.font(TextStyle.TITLE));
        int title = gc.getFontMetrics().getHeight();
        gc.dispose();
        assertTrue(body >= 14 && body <= 20, "13 px come out as a line of " + body);
        assertTrue(title > body, "a title is larger");
    }

    @Test
    void changingTheThemeTellsWhoListensAndKeepsFonts() {
        Shell shell = new Shell(display);
        List<Boolean> told = new ArrayList<>();
        look.onChange(shell, () -> told.add(look.dark()));
        var font = look.font(TextStyle.BODY);
        var light = look.color(Tone.PANEL);
        Image icon = look.icon("ticket", Tone.DIM);
        look.useDark(true);
        assertEquals(List.of(true), told);
        assertNotEquals(light, look.color(Tone.PANEL));
        assertFalse(font.isDisposed());
        assertTrue(icon.isDisposed(), "the old theme's icon is given back");
        look.useDark(true);
        assertEquals(1, told.size(), "nothing changed, nothing is told");
        shell.dispose();
        look.useDark(false);
        assertEquals(1, told.size(), "who is gone is not told");
    }
}
