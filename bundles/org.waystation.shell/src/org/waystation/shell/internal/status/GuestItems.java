package org.waystation.shell.internal.status;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/** Status bar: the items of plug-ins, side by side. */
public final class GuestItems {

    @PostConstruct
    void create(Composite bar, Look look, UISynchronize ui, StatusItems items) {
        Panel place = new Panel(bar, look, Tone.STRIP);
        place.setData("org.waystation.id", "waystation.status.guests");
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.marginLeft = 0;
        layout.marginRight = 0;
        layout.spacing = 18;
        layout.center = true;
        layout.fill = true;
        layout.wrap = false;
        place.setLayout(layout);
        AtomicBoolean asked = new AtomicBoolean();
        AutoCloseable listening = items.listen(() -> {
            // Items may change thousands of times a second; the screen takes one update at a time.
            if (asked.compareAndSet(false, true)) {
                ui.asyncExec(() -> {
                    asked.set(false);
                    show(place, look, items.now());
                });
            }
        });
        place.addDisposeListener(event -> Closing.quietly(listening));
        show(place, look, items.now());
    }

    private static void show(Panel place, Look look, List<StatusItems.Shown> wanted) {
        if (place.isDisposed()) {
            return;
        }
        Control[] present = place.getChildren();
        for (int i = wanted.size(); i < present.length; i++) {
            present[i].dispose();
        }
        for (int i = 0; i < wanted.size(); i++) {
            GuestItem item = i < present.length ? (GuestItem) present[i] : new GuestItem(place, look);
            item.show(wanted.get(i));
        }
        place.getParent().layout(true, true);
    }
}
