package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.ServerSession;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** The program's name and that of the provider the technician works for. */
public final class Brand {

    @PostConstruct
    void create(Composite strip, Look look, SyncWatch sync) {
        Names names = new Names(strip, look);
        names.setLayoutData(StripLayout.Place.START);
        sync.onChange(
                names,
                () -> names.provider(sync.session().map(ServerSession::provider).orElse("")));
    }

    private static final class Names extends PaintedControl {

        private static final String NAME = "Waystation";
        private static final int GAP = 12;

        private String provider = "";

        Names(Composite strip, Look look) {
            super(strip, look, false, ACC.ROLE_LABEL);
            setData("org.waystation.id", "waystation.strip.brand");
        }

        void provider(String name) {
            if (!name.equals(provider)) {
                provider = name;
                changed();
            }
        }

        @Override
        protected Tone ground() {
            return Tone.STRIP;
        }

        @Override
        protected String accessibleName() {
            return provider.isEmpty() ? NAME : NAME + ", " + provider;
        }

        @Override
        protected Point measure(Brush brush) {
            int width = brush.width(NAME, TextStyle.BODY_STRONG)
                    + (provider.isEmpty() ? 0 : GAP + brush.width(provider, TextStyle.SMALL));
            return new Point(width, brush.lineHeight(TextStyle.BODY));
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            int name = brush.text(NAME, TextStyle.BODY_STRONG, Tone.TEXT, area, Align.LEFT);
            Rectangle rest = new Rectangle(name + GAP, 0, area.width - name - GAP, area.height);
            brush.text(provider, TextStyle.SMALL, Tone.DIM, rest, Align.LEFT);
        }
    }
}
