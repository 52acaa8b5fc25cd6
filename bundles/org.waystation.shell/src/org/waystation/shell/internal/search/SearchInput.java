package org.waystation.shell.internal.search;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.Panel;

/** The line one types into, 40 px high, without a frame. */
final class SearchInput extends Panel {

    static final int HEIGHT = 40;
    private static final int ICON_AT = 14;
    private static final int TEXT_AT = 40;
    private static final String PROMPT = "Type to search everywhere";

    private final StyledText text;

    SearchInput(Composite parent, Look look) {
        super(parent, look, Tone.PANEL);
        text = new StyledText(this, SWT.SINGLE);
        text.setData("org.waystation.id", "waystation.search.input");
        text.setFont(look.font(TextStyle.BODY));
        text.setBackground(look.color(Tone.PANEL));
        text.setForeground(look.color(Tone.TEXT));
        text.setSelectionBackground(look.color(Tone.SELECTION));
        text.setSelectionForeground(look.color(Tone.TEXT));
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Search everywhere";
            }
        });
        text.addListener(SWT.Paint, event -> {
            if (text.getCharCount() == 0) {
                Rectangle line = new Rectangle(2, 0, text.getClientArea().width, text.getLineHeight());
                new Brush(event.gc, look).text(PROMPT, TextStyle.BODY, Tone.FAINT, line, Align.LEFT);
            }
        });
        addListener(SWT.Resize, event -> place());
        addListener(SWT.Paint, event -> {
            Brush brush = new Brush(event.gc, look);
            brush.icon("search", Tone.DIM, ICON_AT, (HEIGHT - 16) / 2);
        });
    }

    String text() {
        return text.getText();
    }

    void append(String more) {
        text.append(more);
        text.setCaretOffset(text.getCharCount());
    }

    void onType(Runnable listener) {
        text.addListener(SWT.Modify, event -> listener.run());
        text.addListener(SWT.Modify, event -> text.redraw());
    }

    /** Takes keys before the line does; one that sets {@code doit} to false has used it. */
    void onKey(Consumer<Event> listener) {
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT
                    || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                    || event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                event.detail = SWT.TRAVERSE_NONE;
            }
        });
        text.addVerifyKeyListener(verify -> {
            Event event = new Event();
            event.keyCode = verify.keyCode;
            event.stateMask = verify.stateMask;
            listener.accept(event);
            verify.doit = event.doit;
        });
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }

    private void place() {
        int height = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        text.setBounds(TEXT_AT, (HEIGHT - height) / 2, Math.max(10, getSize().x - TEXT_AT - 14), height);
    }
}
