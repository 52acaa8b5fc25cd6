package org.waystation.tickets.ui.internal.editor;

import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.EditRules;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;

/** The subject as a title; a double click or the pen turns it into a box, Enter keeps it, Escape leaves it. */
final class SubjectLine extends Panel {

    private final Desk desk;
    private final UUID ticket;
    private final Runnable leave;
    private final EditRules rules = new EditRules();
    private final TextLine title;
    private final FlatButton pen;
    private final TextBox box;

    /** @param leave takes the focus once the subject was edited */
    SubjectLine(Composite parent, Desk desk, UUID ticket, Runnable leave) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.ticket = ticket;
        this.leave = leave;
        Look look = desk.look();
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        setLayout(layout);
        title = new TextLine(this, look, TextStyle.TITLE, Tone.TEXT);
        GridData titleData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        titleData.widthHint = 60;
        titleData.minimumHeight = 28;
        title.setLayoutData(titleData);
        WidgetId.set(title, "waystation.ticket.subject");
        title.addListener(SWT.MouseDoubleClick, e -> edit());
        pen = new FlatButton(this, look, FlatButton.Kind.QUIET)
                .icon("edit")
                .name("Change the subject")
                .onPress(this::edit);
        pen.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        WidgetId.set(pen, "waystation.ticket.subject.edit");
        box = new TextBox(this, look, Tone.EDITOR, "Subject", 1).onSubmit(this::keep);
        GridData boxData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        boxData.horizontalSpan = 2;
        box.setLayoutData(boxData);
        WidgetId.set(box.control(), "waystation.ticket.subject.box");
        box.onChange(() ->
                box.error(rules.subject(box.text()).map(FieldError::detail).orElse("")));
        box.control().addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                editing(false);
            }
        });
        editing(false);
    }

    /** @param changeable whether the reader may change it */
    void show(String subject, boolean changeable) {
        title.text(subject);
        pen.setEnabled(changeable);
    }

    void edit() {
        if (!pen.isEnabled()) {
            return;
        }
        box.text(title.getText());
        box.error("");
        editing(true);
        box.setFocus();
        box.selectAll();
    }

    private void keep() {
        if (box.text().strip().equals(title.getText())) {
            editing(false);
            return;
        }
        desk.edits()
                .follow(
                        desk.tickets().changeSubject(ticket, box.text().strip()),
                        kept -> {
                            if (!isDisposed()) {
                                editing(false);
                            }
                        },
                        refusal -> {
                            if (!isDisposed()) {
                                box.error(
                                        refusal.problem().errors().isEmpty()
                                                ? refusal.problem().sentence()
                                                : refusal.problem()
                                                        .errors()
                                                        .getFirst()
                                                        .detail());
                            }
                        });
    }

    private void editing(boolean on) {
        boolean left = !on && box.control().isFocusControl();
        show(title, !on);
        show(pen, !on);
        show(box, on);
        requestLayout();
        if (left) {
            leave.run();
        }
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
