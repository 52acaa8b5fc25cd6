package org.waystation.knowledge.ui.internal.write;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextUndo;
import org.waystation.shell.widgets.WidgetId;

/** Where Markdown is written: a text of fixed width, its buttons above, and the keys that do the same. */
final class MarkdownBox extends Panel {

    private final Panel bar;
    private final TextBox box;
    private final TextUndo undo;
    private final Look look;

    /** Turns the text and its selection into a change. */
    @FunctionalInterface
    private interface Marker {
        Marking.Change of(String text, int start, int end);
    }

    MarkdownBox(Composite parent, Look look) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 4;
        setLayout(column);
        bar = new Panel(this, look, Tone.EDITOR);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        RowLayout row = new RowLayout();
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 2;
        bar.setLayout(row);
        box = new TextBox(this, look, Tone.EDITOR, "Text in Markdown", 10)
                .placeholder("What was wrong, why, and what helped. Markdown.");
        box.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        StyledText text = WidgetId.set(box.control(), "waystation.article.body");
        text.setFont(look.font(TextStyle.CODE));
        text.setLineSpacing(3);
        look.onChange(text, () -> text.setFont(look.font(TextStyle.CODE)));
        undo = TextUndo.of(text);
        text.addVerifyKeyListener(this::key);
        button("heading", "Heading", "Ctrl+H", Marking::heading);
        button("bold", "Bold", "Ctrl+B", (words, start, end) -> Marking.around(words, start, end, "**"));
        button("italic", "Italic", "Ctrl+I", (words, start, end) -> Marking.around(words, start, end, "*"));
        button("code", "Code", "Ctrl+Shift+C", Marking::code);
        button("link", "Link", "Ctrl+K", Marking::link);
        button("list", "List", "Ctrl+Shift+8", (words, start, end) -> Marking.lines(words, start, end, "- "));
        button("list-numbered", "Numbered list", "Ctrl+Shift+7", Marking::numbered);
        button(
                "list-tasks",
                "Tasks",
                "Ctrl+Shift+9",
                (words, start, end) -> Marking.lines(words, start, end, "- [ ] "));
        button("quote", "Quote", "Ctrl+Shift+.", (words, start, end) -> Marking.lines(words, start, end, "> "));
    }

    private void button(String icon, String name, String keys, Marker marker) {
        new FlatButton(bar, look, FlatButton.Kind.QUIET)
                .icon(icon)
                .name(name)
                .keys(keys)
                .onPress(() -> {
                    mark(marker);
                    box.setFocus();
                });
    }

    private void key(VerifyEvent event) {
        boolean command = (event.stateMask & SWT.MOD1) != 0 && (event.stateMask & SWT.ALT) == 0;
        boolean shift = (event.stateMask & SWT.MOD2) != 0;
        if (command) {
            event.doit = !(shift ? shifted(event.keyCode) : plain(event.keyCode));
        } else if (event.keyCode == SWT.CR && !shift && box.control().getSelectionCount() == 0) {
            Marking.nextLine(box.text(), box.control().getCaretOffset()).ifPresent(change -> {
                event.doit = false;
                apply(change);
            });
        }
    }

    private boolean plain(int key) {
        return switch (key) {
            case 'b' -> mark((words, start, end) -> Marking.around(words, start, end, "**"));
            case 'i' -> mark((words, start, end) -> Marking.around(words, start, end, "*"));
            case 'k' -> mark(Marking::link);
            case 'h' -> mark(Marking::heading);
            default -> false;
        };
    }

    private boolean shifted(int key) {
        return switch (key) {
            case 'c' -> mark(Marking::code);
            case '7', '/' -> mark(Marking::numbered);
            case '8', '*' -> mark((words, start, end) -> Marking.lines(words, start, end, "- "));
            case '9', '(' -> mark((words, start, end) -> Marking.lines(words, start, end, "- [ ] "));
            case '.', '>' -> mark((words, start, end) -> Marking.lines(words, start, end, "> "));
            default -> false;
        };
    }

    private boolean mark(Marker marker) {
        Point selection = box.control().getSelection();
        apply(marker.of(box.text(), selection.x, selection.y));
        return true;
    }

    private void apply(Marking.Change change) {
        StyledText text = box.control();
        text.replaceTextRange(change.from(), change.to() - change.from(), change.words());
        text.setSelection(change.start(), change.end());
        text.showSelection();
    }

    /** Fills it in, as something that cannot be undone. */
    void fill(String body) {
        box.text(body);
        undo.forget();
    }

    TextBox box() {
        return box;
    }

    /** Where more buttons may stand. */
    Panel bar() {
        return bar;
    }

    @Override
    public boolean setFocus() {
        return box.setFocus();
    }
}
