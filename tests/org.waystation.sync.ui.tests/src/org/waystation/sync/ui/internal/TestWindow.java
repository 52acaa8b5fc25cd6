package org.waystation.sync.ui.internal;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.widgets.FlatButton;

/** A window for a test of a screen. */
public final class TestWindow implements AutoCloseable {

    public final Display display = Display.getDefault();
    public final StandardLook look;
    public final Shell shell = new Shell(display, SWT.SHELL_TRIM);

    public TestWindow(boolean dark, int width, int height) {
        look = new StandardLook(display, dark);
        shell.setLayout(new FillLayout());
        shell.setSize(width, height);
    }

    public void open() {
        shell.layout(true, true);
        shell.open();
        settle();
    }

    /** Runs what is queued for the UI thread. */
    public void settle() {
        boolean[] done = {false};
        display.asyncExec(() -> done[0] = true);
        while (!done[0] || display.readAndDispatch()) {
            if (!done[0] && !display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    /** The visible control with an id. */
    public <C extends Control> C find(Class<C> type, String id) {
        return all().stream()
                .filter(control -> id.equals(control.getData("org.waystation.id")))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type.getSimpleName() + " with id " + id));
    }

    public FlatButton button(String text) {
        return buttons(text).stream().findFirst().orElseThrow(() -> new AssertionError("No button " + text));
    }

    public List<FlatButton> buttons(String text) {
        return all().stream()
                .filter(FlatButton.class::isInstance)
                .map(FlatButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .toList();
    }

    /** Whether something on screen says this. */
    public boolean says(String text) {
        return all().stream()
                .filter(Control::isVisible)
                .map(TestWindow::text)
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
        collect(shell, controls);
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

    /** Keeps a picture where the system property {@code waystation.pictures} names a folder. */
    public void picture(String name) {
        String folder = System.getProperty("waystation.pictures");
        if (folder == null) {
            return;
        }
        settle();
        Image image = new Image(display, shell.getClientArea().width, shell.getClientArea().height);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData(100)};
        new File(folder).mkdirs();
        loader.save(folder + "/" + name + ".png", SWT.IMAGE_PNG);
        image.dispose();
    }

    @Override
    public void close() {
        shell.dispose();
    }
}
