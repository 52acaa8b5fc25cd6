package org.waystation.product.internal.lock;

import jakarta.annotation.PostConstruct;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.vault.KeyVault;

/** Status bar: a lock; a click locks. */
public final class LockItem {

    @PostConstruct
    void create(Composite bar, Look look, KeyVault vault) {
        Item item = WidgetId.set(new Item(bar, look, vault), "waystation.status.lock");
        item.setToolTipText("Lock now   Ctrl+Alt+L");
    }

    private static final class Item extends PaintedControl {

        private static final int ICON = 16;

        private final KeyVault vault;

        Item(Composite bar, Look look, KeyVault vault) {
            super(bar, look, true, ACC.ROLE_PUSHBUTTON);
            this.vault = vault;
        }

        @Override
        protected void pressed(int x) {
            vault.lock();
        }

        @Override
        protected Tone ground() {
            return Tone.STRIP;
        }

        @Override
        protected Point measure(Brush brush) {
            return new Point(ICON, ICON);
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            brush.icon("lock", hovered() ? Tone.TEXT : Tone.DIM, 0, (area.height - ICON) / 2);
            if (ringed()) {
                brush.line(0, area.height - 4, area.width, area.height - 4, Tone.ACCENT);
            }
        }

        @Override
        protected String accessibleName() {
            return "Lock now";
        }
    }
}
