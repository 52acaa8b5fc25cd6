package org.waystation.assets.ui.tests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.RecordRef;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.Services;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.StandardLook;

/** A window for a test of the asset screens; it waits for conditions and never for time to pass. */
final class Stage implements AutoCloseable, Notifications {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Display display = Display.getDefault();
    final StandardLook look = new StandardLook(display, false);
    final Shell shell = new Shell(display, SWT.SHELL_TRIM);
    final MemoryAssets assets = new MemoryAssets();
    final MemoryAssets.Tables tables = new MemoryAssets.Tables();
    final Services services = new Services(assets, MemoryAssets.history(), tables);
    final List<Notification> told = new ArrayList<>();
    final List<RecordRef> opened = new ArrayList<>();
    final Desk desk = new Desk(
            look,
            services,
            new Edits("Assets", display::asyncExec, this),
            this,
            new RelativeTime(Clock.fixed(Instant.parse("2026-11-24T07:34:00Z"), ZoneOffset.UTC)),
            display::asyncExec);

    Stage(int width, int height) {
        shell.setLayout(new FillLayout());
        shell.setSize(width, height);
    }

    void open() {
        shell.layout(true, true);
        shell.open();
    }

    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        display.timerExec((int) PATIENCE.toMillis() + 100, () -> {});
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain until " + what);
            }
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    void settle() {
        boolean[] done = {false};
        display.asyncExec(() -> done[0] = true);
        until("the queue is empty", () -> done[0]);
    }

    void press(Control control, int keyCode) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.character = keyCode < 0x80 ? (char) keyCode : 0;
        event.doit = true;
        control.notifyListeners(SWT.KeyDown, event);
        settle();
    }

    /** Opens the menu of a control with the keyboard, types what is called, and takes it. */
    void choose(Control control, String typed) {
        press(control, SWT.ARROW_DOWN);
        Control menu = named("MenuList");
        typed.chars().forEach(c -> press(menu, c));
        press(menu, SWT.CR);
    }

    <C extends Control> C find(Class<C> type, String id) {
        return all().stream()
                .filter(control -> id.equals(control.getData("org.waystation.id")))
                .filter(type::isInstance)
                .filter(Control::isVisible)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No visible " + type.getSimpleName() + " with id " + id));
    }

    Control named(String simpleName) {
        return all().stream()
                .filter(Control::isVisible)
                .filter(control -> control.getClass().getSimpleName().equals(simpleName))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("No visible " + simpleName));
    }

    boolean says(String text) {
        return all().stream()
                .filter(Control::isVisible)
                .anyMatch(control -> text(control).contains(text));
    }

    static String text(Control control) {
        try {
            return String.valueOf(control.getClass().getMethod("getText").invoke(control));
        } catch (ReflectiveOperationException e) {
            return "";
        }
    }

    int shells() {
        return (int)
                List.of(display.getShells()).stream().filter(Shell::isVisible).count();
    }

    List<Control> all() {
        List<Control> controls = new ArrayList<>();
        for (Shell each : display.getShells()) {
            collect(each, controls);
        }
        return controls;
    }

    private static void collect(Composite parent, List<Control> controls) {
        for (Control child : parent.getChildren()) {
            controls.add(child);
            if (child instanceof Composite composite) {
                collect(composite, controls);
            }
        }
    }

    @Override
    public void show(Notification notification) {
        told.add(notification);
    }

    @Override
    public void settle(String group, String key) {
        told.removeIf(each -> each.key().equals(key));
    }

    @Override
    public void close() {
        for (Shell each : display.getShells()) {
            each.dispose();
        }
    }
}
