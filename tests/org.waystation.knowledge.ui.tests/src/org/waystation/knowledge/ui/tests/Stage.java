package org.waystation.knowledge.ui.tests;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
import org.waystation.api.profile.SealedState;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.knowledge.ui.internal.write.Drafts;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.StandardLook;

/** A window for a test, with what a person does to it. It waits for conditions and never for time to pass. */
final class Stage implements AutoCloseable, Notifications, SealedState {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Display display = Display.getDefault();
    final StandardLook look = new StandardLook(display, false);
    final Shell shell = new Shell(display, SWT.SHELL_TRIM);
    final MemoryArticles articles = new MemoryArticles();
    final Executor ui = display::asyncExec;
    final List<Notification> told = new ArrayList<>();
    final Map<String, String> sealed = new HashMap<>();
    final Drafts drafts = new Drafts();
    final Desk desk = new Desk(
            look,
            articles,
            new Edits("Knowledge", ui, this),
            new RelativeTime(Clock.fixed(MemoryArticles.noon(), ZoneId.of("UTC"))),
            ui,
            this);

    Stage(int width, int height) {
        drafts.use(this);
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

    void press(Control control, int keyCode, int modifiers) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.character = (modifiers & SWT.MOD1) == 0 && (keyCode < 0x80 || keyCode == SWT.CR) ? (char) keyCode : 0;
        event.stateMask = modifiers;
        event.doit = true;
        control.notifyListeners(SWT.KeyDown, event);
        settle();
    }

    void escape(Control control) {
        Event event = new Event();
        event.detail = SWT.TRAVERSE_ESCAPE;
        event.doit = true;
        control.notifyListeners(SWT.Traverse, event);
        settle();
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

    /** The control with an id, wherever it is; the visible one where there are several. */
    <C extends Control> C find(Class<C> type, String id) {
        return seek(type, id)
                .orElseThrow(() -> new AssertionError("No visible " + type.getSimpleName() + " with id " + id));
    }

    boolean has(String id) {
        return seek(Control.class, id).isPresent();
    }

    private <C extends Control> Optional<C> seek(Class<C> type, String id) {
        return all().stream()
                .filter(control -> id.equals(control.getData("org.waystation.id")))
                .filter(type::isInstance)
                .filter(Control::isVisible)
                .map(type::cast)
                .findFirst();
    }

    /** Whether something on screen says this. */
    boolean says(String text) {
        return all().stream()
                .filter(Control::isVisible)
                .map(Stage::text)
                .flatMap(Optional::stream)
                .anyMatch(said -> said.contains(text));
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
    public void show(Notification notification) {
        told.add(notification);
    }

    @Override
    public void settle(String group, String key) {
        told.removeIf(each -> each.key().equals(key));
    }

    @Override
    public CompletionStage<Optional<String>> get(String key) {
        return CompletableFuture.completedStage(Optional.ofNullable(sealed.get(key)));
    }

    @Override
    public CompletionStage<Void> put(String key, String value) {
        sealed.put(key, value);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> remove(String key) {
        sealed.remove(key);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        for (Shell each : display.getShells()) {
            each.dispose();
        }
    }
}
