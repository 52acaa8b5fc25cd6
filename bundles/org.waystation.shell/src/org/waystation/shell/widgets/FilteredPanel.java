package org.waystation.shell.widgets;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** A list of a tool window: its head, a filter to type into, and below them, in one column, what lists. */
public class FilteredPanel extends Panel {

    /** Milliseconds after a key in which more keys may follow. */
    private static final int TYPING_PAUSE = 80;

    private final ToolHead head;
    private final FilterField filter;
    private Consumer<String> typed = text -> {};

    /**
     * @param token whether a typed part stands as a token, and not as a word
     * @param placeholder what may be typed
     */
    public FilteredPanel(Composite parent, Look look, String title, Predicate<String> token, String placeholder) {
        super(parent, look, Tone.PANEL);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 0;
        setLayout(column);
        head = new ToolHead(this, look, title);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Panel above = new Panel(this, look, Tone.PANEL);
        above.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        FillLayout margins = new FillLayout();
        margins.marginWidth = 12;
        margins.marginHeight = 8;
        above.setLayout(margins);
        filter = new FilterField(above, look, token).placeholder(placeholder);
        Runnable apply = () -> {
            if (!isDisposed()) {
                typed.accept(filter.value());
            }
        };
        filter.onChange(text -> getDisplay().timerExec(TYPING_PAUSE, apply));
    }

    protected final ToolHead head() {
        return head;
    }

    protected final FilterField filterField() {
        return filter;
    }

    /** Called with the whole filter a moment after the last key. */
    protected final void onTyped(Consumer<String> listener) {
        typed = listener;
    }

    /** Says how many are listed; less than 0 while that is not known. */
    protected final void sayCount(long count) {
        head.subtitle(count < 0 ? "" : String.format(Locale.ENGLISH, "%,d", count));
    }
}
