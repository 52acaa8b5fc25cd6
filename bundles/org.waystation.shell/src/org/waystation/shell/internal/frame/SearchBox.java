package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import java.util.Map;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;

/** The box in the middle of the top strip; a click opens Search Everywhere, whose name and key it shows. */
public final class SearchBox {

    private static final String PROMPT = "Search everywhere: tickets, assets, commands";
    private static final String KEYS = "⇧⇧";

    @PostConstruct
    void create(Composite strip, Look look, FrameCommands commands) {
        Box box = new Box(strip, look, commands);
        box.setLayoutData(StripLayout.Place.MIDDLE);
        box.setToolTipText("Search Everywhere  Shift twice");
    }

    private static final class Box extends StripItem {

        private static final int WIDTH = 420;
        private static final int HEIGHT = 28;
        private static final int RADIUS = 6;
        private static final int KEYS_HEIGHT = 16;

        private final FrameCommands commands;

        Box(Composite strip, Look look, FrameCommands commands) {
            super(strip, look, "strip.search");
            this.commands = commands;
        }

        @Override
        protected Point measure(Brush brush) {
            return new Point(WIDTH, HEIGHT);
        }

        @Override
        protected String accessibleName() {
            return "Search everywhere";
        }

        @Override
        void press() {
            commands.execute(FrameCommands.SEARCH, Map.of());
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            Rectangle box = new Rectangle(0, (area.height - HEIGHT) / 2, area.width, HEIGHT);
            brush.fillRound(box, RADIUS, Tone.PANEL);
            brush.strokeRound(box, RADIUS, 1, hovered() ? Tone.FAINT : Tone.LINE);
            int keysWidth = brush.width(KEYS, TextStyle.SMALL) + 10;
            Rectangle keys = new Rectangle(
                    box.width - keysWidth - 8, box.y + (HEIGHT - KEYS_HEIGHT) / 2, keysWidth, KEYS_HEIGHT);
            brush.fillRound(keys, 4, Tone.BACKGROUND);
            brush.strokeRound(keys, 4, 1, Tone.LINE);
            brush.text(KEYS, TextStyle.SMALL, Tone.DIM, keys, Align.CENTER);
            Rectangle prompt = new Rectangle(10, box.y, keys.x - 18, HEIGHT);
            brush.text(PROMPT, TextStyle.BODY, Tone.FAINT, prompt, Align.LEFT);
            if (ringed()) {
                brush.strokeRound(box, RADIUS, 2, Tone.ACCENT);
            }
        }
    }
}
