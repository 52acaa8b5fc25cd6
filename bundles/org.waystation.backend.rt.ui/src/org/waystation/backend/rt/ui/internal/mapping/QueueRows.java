package org.waystation.backend.rt.ui.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** The queues, each with the type and the origin of its tickets. */
final class QueueRows extends Panel {

    private static final int NAME_WIDTH = 180;
    private static final int CHOICE_WIDTH = 150;

    private final Look look;
    private final Runnable changed;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, Choice<String> type, Choice<String> origin) {}

    QueueRows(Composite parent, Look look, Runnable changed) {
        super(parent, look, Rows.ground(parent));
        this.look = look;
        this.changed = changed;
        setLayout(Rows.grid(3, 0, 8));
        setLayoutData(Rows.across());
    }

    /** @param names all queues; what the mapping does not speak of brings incidents */
    void show(List<String> names, List<RtMapping.Queue> mapped) {
        if (!rows.stream().map(Row::name).toList().equals(names)) {
            Rows.clear(this);
            rows.clear();
            Rows.head(this, look, "Queue");
            Rows.head(this, look, "Type of its tickets");
            Rows.head(this, look, "Origin");
            names.forEach(this::row);
        }
        for (Row row : rows) {
            RtMapping.Queue queue = mapped.stream()
                    .filter(one -> one.name().equals(row.name()))
                    .findFirst()
                    .orElse(new RtMapping.Queue(row.name(), "incident", "reactive"));
            row.type().options(Words.with(Words.TYPES, List.of(queue.type())));
            row.type().value(queue.type());
            row.origin().options(Words.with(Words.ORIGINS, List.of(queue.origin())));
            row.origin().value(queue.origin());
        }
    }

    private void row(String name) {
        TextLine label = new TextLine(this, look, TextStyle.BODY, Tone.TEXT).text(name);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = NAME_WIDTH;
        label.setLayoutData(wide);
        rows.add(new Row(
                name, choice("Type of " + name, "type." + name), choice("Origin of " + name, "origin." + name)));
    }

    private Choice<String> choice(String name, String id) {
        Choice<String> choice = new Choice<>(this, look, tone(), name, List.of(), Words::label);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = CHOICE_WIDTH;
        choice.setLayoutData(wide);
        return WidgetId.set(choice.onChange(chosen -> changed.run()), "waystation.rt.queue." + id);
    }

    List<RtMapping.Queue> queues() {
        return rows.stream()
                .map(row -> new RtMapping.Queue(
                        row.name(),
                        row.type().value().orElse("incident"),
                        row.origin().value().orElse("reactive")))
                .toList();
    }
}
