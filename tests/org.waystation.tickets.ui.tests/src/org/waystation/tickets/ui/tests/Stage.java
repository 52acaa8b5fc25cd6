package org.waystation.tickets.ui.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.StandardLook;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Services;

/** A window for a test, with what a person does to it. It waits for conditions and never for time to pass. */
final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Display display = Display.getDefault();
    final StandardLook look = new StandardLook(display, false);
    final Shell shell = new Shell(display, SWT.SHELL_TRIM);
    final MemoryTickets tickets = Sample.tickets();
    final RelativeTime times = new RelativeTime(Sample.CLOCK);
    final Executor ui = display::asyncExec;
    final List<Notification> told = new ArrayList<>();
    final MemoryDetails details = new MemoryDetails();
    final MemoryTimer timer = new MemoryTimer();
    final MemoryViews views = new MemoryViews();
    final Services services = new Services(tickets, details, timer, views);
    final List<RecordRef> opened = new ArrayList<>();
    final Desk desk = new Desk(look, services, new Edits("Tickets", ui, new Told()), times, opened::add, ui);

    Stage(int width, int height) {
        shell.setLayout(new FillLayout());
        shell.setSize(width, height);
    }

    void open() {
        shell.layout(true, true);
        shell.open();
        until("the window is active", () -> display.getActiveShell() != null);
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

    /** Runs what is queued for the UI thread. */
    void settle() {
        boolean[] done = {false};
        display.asyncExec(() -> done[0] = true);
        until("the queue is empty", () -> done[0]);
        while (display.readAndDispatch()) {
            continue;
        }
    }

    void press(Control control, int keyCode) {
        press(control, keyCode, 0);
    }

    void press(Control control, int keyCode, int modifiers) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.character = keyCode < 0x80 || keyCode == SWT.CR ? (char) keyCode : 0;
        event.stateMask = modifiers;
        event.doit = true;
        control.notifyListeners(SWT.KeyDown, event);
        settle();
    }

    /** The control with an id, wherever it is; the visible one where there are several. */
    <C extends Control> C find(Class<C> type, String id) {
        return all().stream()
                .filter(control -> id.equals(control.getData("org.waystation.id")))
                .filter(type::isInstance)
                .filter(Control::isVisible)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No visible " + type.getSimpleName() + " with id " + id));
    }

    /** Whether something on screen says this. */
    boolean says(String text) {
        return all().stream()
                .filter(Control::isVisible)
                .map(Stage::text)
                .flatMap(Optional::stream)
                .anyMatch(said -> said.contains(text));
    }

    /** The one visible control of a class of this name. */
    Control only(String simpleName) {
        return all().stream()
                .filter(Control::isVisible)
                .filter(control -> control.getClass().getSimpleName().equals(simpleName))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("No visible " + simpleName));
    }

    /** The line that says this and can be pressed. */
    Control line(String words) {
        return all().stream()
                .filter(Control::isVisible)
                .filter(control -> List.of("RecordLine", "Step")
                        .contains(control.getClass().getSimpleName()))
                .filter(control -> text(control).orElse("").contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line says " + words));
    }

    int shells() {
        return (int) Arrays.stream(display.getShells()).filter(Shell::isVisible).count();
    }

    /** How many visible controls are of a class of this name. */
    long count(String simpleName) {
        return all().stream()
                .filter(Control::isVisible)
                .filter(control -> control.getClass().getSimpleName().equals(simpleName))
                .count();
    }

    private static Optional<String> text(Control control) {
        try {
            return Optional.of(
                    String.valueOf(control.getClass().getMethod("getText").invoke(control)));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private List<Control> all() {
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
    public void close() {
        for (Shell each : display.getShells()) {
            each.dispose();
        }
    }

    /** Keeps what a technician would have been told. */
    private final class Told implements Notifications {

        @Override
        public void show(Notification notification) {
            told.add(notification);
        }

        @Override
        public void settle(String group, String key) {
            told.removeIf(each -> each.key().equals(key));
        }
    }
}
