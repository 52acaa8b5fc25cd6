package org.waystation.companies.ui.internal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;

/** A sheet over the window in which a few fields of a record are written. */
final class RecordSheet {

    private static final int WIDTH = 520;

    private final Desk desk;
    private final Shell shell;
    private final Map<String, TextBox> boxes = new LinkedHashMap<>();
    private final Map<String, Toggle> toggles = new LinkedHashMap<>();
    private final Function<Map<String, @Nullable Object>, CompletionStage<?>> keep;
    private final FlatButton save;

    /**
     * @param values present values by field
     * @param keep keeps what was written; what it refuses is shown at its field
     */
    RecordSheet(
            Shell owner,
            Desk desk,
            String title,
            List<SheetField> fields,
            Map<String, @Nullable Object> values,
            Function<Map<String, @Nullable Object>, CompletionStage<?>> keep) {
        this.desk = desk;
        this.keep = keep;
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(title);
        shell.setBackground(desk.look().color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, desk.look(), Tone.PANEL);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 20;
        column.marginHeight = 16;
        column.verticalSpacing = 6;
        panel.setLayout(column);
        new TextLine(panel, desk.look(), TextStyle.TITLE, Tone.TEXT).text(title);
        fields.forEach(field -> add(panel, field, values.get(field.name())));
        save = buttons(panel);
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
    }

    private void add(Panel panel, SheetField field, @Nullable Object value) {
        if (field.flag()) {
            Toggle toggle = new Toggle(panel, desk.look(), field.label()).on(Boolean.TRUE.equals(value));
            WidgetId.set(toggle, "waystation.company.sheet." + field.name());
            toggles.put(field.name(), toggle);
            return;
        }
        new TextLine(panel, desk.look(), TextStyle.SMALL, Tone.DIM).text(field.label());
        TextBox box = new TextBox(panel, desk.look(), Tone.PANEL, field.label(), field.lines());
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        box.text(value instanceof String text ? text : "");
        if (field.lines() == 1) {
            box.onSubmit(this::keep);
        }
        WidgetId.set(box.control(), "waystation.company.sheet." + field.name());
        boxes.put(field.name(), box);
    }

    private FlatButton buttons(Panel panel) {
        Panel row = new Panel(panel, desk.look(), Tone.PANEL);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 6;
        layout.horizontalSpacing = 8;
        row.setLayout(layout);
        new TextLine(row, desk.look(), TextStyle.SMALL, Tone.DIM)
                .text("Kept on this machine at once.")
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new FlatButton(row, desk.look(), FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        return WidgetId.set(
                new FlatButton(row, desk.look(), FlatButton.Kind.PRIMARY)
                        .text("Save")
                        .keys("⏎")
                        .onPress(this::keep),
                "waystation.company.sheet.save");
    }

    /** Shows it a sixth from the top of its owner. */
    void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        int height = Math.min(shell.computeSize(width, SWT.DEFAULT).y, around.height - 40);
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 6, width, height);
        shell.open();
        boxes.values().stream().findFirst().ifPresent(TextBox::setFocus);
    }

    private void keep() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boxes.forEach((name, box) -> {
            box.error("");
            fields.put(name, box.text());
        });
        toggles.forEach((name, toggle) -> fields.put(name, toggle.on()));
        desk.edits().follow(save, keep.apply(fields), kept -> close(), this::refused);
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    private void refused(InvalidEditException refusal) {
        if (shell.isDisposed()) {
            return;
        }
        for (FieldError error : refusal.problem().errors()) {
            TextBox box =
                    boxes.getOrDefault(error.field(), boxes.values().iterator().next());
            box.error(error.detail());
        }
        shell.setSize(shell.getSize().x, shell.computeSize(shell.getSize().x, SWT.DEFAULT).y);
        shell.layout(true, true);
    }
}
