package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.SyncStatus;
import org.waystation.shell.text.SyncSentence;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;

/** Status bar: how things stand with the server. A click syncs now. */
public final class SyncItem {

    @PostConstruct
    void create(Composite bar, Look look, SyncWatch sync) {
        Item item = new Item(bar, look, sync);
        item.setLayoutData(StripLayout.Place.START);
        sync.onChange(item, item::refresh);
    }

    private static final class Item extends StripItem {

        private static final int DOT = 7;
        private static final int TEXT_AT = 15;

        private final SyncWatch sync;
        private SyncSentence sentence =
                SyncSentence.of(SyncStatus.notConnected(), Instant.EPOCH, ZoneId.systemDefault());

        Item(Composite bar, Look look, SyncWatch sync) {
            super(bar, look, "status.sync");
            this.sync = sync;
        }

        void refresh() {
            sentence = SyncSentence.of(sync.status(), Instant.now(), ZoneId.systemDefault());
            setToolTipText(sync.status().fault().map(fault -> fault + "\n").orElse("") + "Click to sync now");
            changed();
        }

        @Override
        public String getText() {
            return sentence.text();
        }

        @Override
        protected String accessibleName() {
            return "Sync: " + sentence.text();
        }

        @Override
        void press() {
            sync.syncNow();
        }

        @Override
        protected Point measure(Brush brush) {
            return new Point(
                    TEXT_AT + brush.width(sentence.text(), TextStyle.SMALL), brush.lineHeight(TextStyle.SMALL));
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            brush.disc(0, (area.height - DOT) / 2 + 1, DOT, sentence.tone());
            Rectangle text = new Rectangle(TEXT_AT, 0, area.width - TEXT_AT, area.height);
            brush.text(sentence.text(), TextStyle.SMALL, hovered() ? Tone.TEXT : Tone.DIM, text, Align.LEFT);
            if (ringed()) {
                brush.line(TEXT_AT, area.height - 4, area.width, area.height - 4, Tone.ACCENT);
            }
        }
    }
}
