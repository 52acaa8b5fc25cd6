package org.waystation.product.internal.unlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WrappedText;

/** A window with some content, as the sheet finds it, and how a test reads and uses the sheet. */
final class SheetWindow {

    private static final String ID = "org.waystation.id";

    private final Display display = new Display();
    private final Look look;
    private final Shell shell = new Shell(display);
    private final Composite content = new Composite(shell, SWT.NONE);
    private final Composite hidden = new Composite(shell, SWT.NONE);
    private int gone;

    SheetWindow(boolean dark) {
        look = new StandardLook(display, dark);
        hidden.setVisible(false);
        shell.setSize(900, 600);
        content.setBounds(0, 0, 900, 600);
        // Even a sheet that comes and goes between two looks of the test is seen here.
        Listener count = e -> gone += isSheet(e.widget) ? 1 : 0;
        display.addFilter(SWT.Dispose, count);
        shell.open();
        settle();
    }

    Shell shell() {
        return shell;
    }

    Look look() {
        return look;
    }

    Composite content() {
        return content;
    }

    Composite hidden() {
        return hidden;
    }

    List<Control> children() {
        return List.of(shell.getChildren());
    }

    /** Does all that waits to be done. */
    void settle() {
        while (display.readAndDispatch()) {
            Thread.onSpinWait();
        }
    }

    void close() {
        display.dispose();
    }

    Optional<Control> sheet() {
        return find("waystation.unlock");
    }

    /** How many sheets there were, with the one that is there. */
    int sheetsSeen() {
        return gone + (sheet().isPresent() ? 1 : 0);
    }

    Text field(String name) {
        return (Text) find("waystation.unlock." + name).orElseThrow();
    }

    FlatButton button() {
        return (FlatButton) find("waystation.unlock.go").orElseThrow();
    }

    void type(String field, String text) {
        field(field).setText(text);
    }

    void enter(String field) {
        field(field).notifyListeners(SWT.DefaultSelection, null);
    }

    /** What is said below a field. */
    String error(String field) {
        Composite box = field(field).getParent().getParent();
        return all(box).stream()
                .filter(WrappedText.class::isInstance)
                .map(each -> ((WrappedText) each).getText())
                .findFirst()
                .orElseThrow();
    }

    boolean says(String line) {
        return all(shell).stream()
                .anyMatch(
                        each -> each instanceof TextLine text && text.getText().equals(line));
    }

    Optional<Control> find(String id) {
        return all(shell).stream().filter(each -> id.equals(each.getData(ID))).findFirst();
    }

    /** The display too says that it goes, without a widget. */
    private static boolean isSheet(@Nullable Widget widget) {
        return widget != null && "waystation.unlock".equals(widget.getData(ID));
    }

    private static List<Control> all(Composite parent) {
        List<Control> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            found.add(child);
            if (child instanceof Composite inner) {
                found.addAll(all(inner));
            }
        }
        return found;
    }
}
