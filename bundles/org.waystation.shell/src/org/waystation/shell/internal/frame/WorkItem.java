package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.internal.work.JobWorkService;
import org.waystation.shell.internal.work.RunningWork;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PopupMenu;

/** Status bar: what runs in the background. A click lists it, to be cancelled. */
public final class WorkItem {

    @PostConstruct
    void create(Composite bar, Look look, UISynchronize ui, JobWorkService work) {
        Item item = new Item(bar, look, work);
        item.setLayoutData(StripLayout.Place.END);
        AtomicBoolean asked = new AtomicBoolean();
        AutoCloseable listening = work.listen(() -> {
            // Work may report thousands of steps a second; the screen takes one update at a time.
            if (asked.compareAndSet(false, true)) {
                ui.asyncExec(() -> {
                    asked.set(false);
                    item.refresh();
                });
            }
        });
        item.addDisposeListener(event -> Closing.quietly(listening));
    }

    private static final class Item extends StripItem {

        private final JobWorkService work;
        private String text = "No jobs running";

        Item(Composite bar, Look look, JobWorkService work) {
            super(bar, look, "status.jobs");
            this.work = work;
        }

        void refresh() {
            if (isDisposed()) {
                return;
            }
            String now = describe(work.running());
            if (!now.equals(text)) {
                text = now;
                changed();
            }
        }

        private static String describe(List<RunningWork> running) {
            return switch (running.size()) {
                case 0 -> "No jobs running";
                case 1 -> title(running.getFirst());
                default -> running.size() + " jobs running";
            };
        }

        private static String title(RunningWork work) {
            return work.percent() < 0 ? work.title() : work.title() + "  " + work.percent() + " %";
        }

        @Override
        protected String accessibleName() {
            return text;
        }

        @Override
        void press() {
            List<MenuChoice> choices = work.running().stream()
                    .map(each -> MenuChoice.of("Cancel “" + title(each) + "”", each.cancel())
                            .withIcon("close"))
                    .toList();
            if (!choices.isEmpty()) {
                new PopupMenu(this, look(), choices).open();
            }
        }

        @Override
        protected Point measure(Brush brush) {
            return new Point(brush.width(text, TextStyle.SMALL), brush.lineHeight(TextStyle.SMALL));
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            boolean inviting = hovered() && !work.running().isEmpty();
            brush.text(text, TextStyle.SMALL, inviting ? Tone.TEXT : Tone.DIM, area, Align.LEFT);
            if (ringed()) {
                brush.line(0, area.height - 4, area.width, area.height - 4, Tone.ACCENT);
            }
        }
    }
}
