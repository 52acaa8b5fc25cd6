package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** A box to type into, with a placeholder, and below it what is wrong with what was typed. */
public final class TextBox extends Panel {

    private static final int RADIUS = 6;

    private final Look look;
    private final String name;
    private final RoundPanel frame;
    private final StyledText text;
    private final TextLine error;
    private String placeholder = "";
    private Runnable submit = () -> {};
    private final boolean framed;
    private boolean focused;

    /**
     * @param name what it is called, for assistive technology
     * @param lines visible lines; 1 for a box of one line in which Enter submits
     */
    public TextBox(Composite parent, Look look, Tone ground, String name, int lines) {
        this(parent, look, ground, name, lines, true);
    }

    /** A box without a line and ground of its own, where what it stands in has them. */
    public static TextBox bare(Composite parent, Look look, Tone ground, String name, int lines) {
        return new TextBox(parent, look, ground, name, lines, false);
    }

    private TextBox(Composite parent, Look look, Tone ground, String name, int lines, boolean framed) {
        super(parent, look, ground);
        this.framed = framed;
        this.look = look;
        this.name = name;
        setLayout(column(4));
        frame = new RoundPanel(this, look, framed ? inside(ground) : ground, RADIUS);
        frame.edge(framed ? Tone.LINE : ground, 1);
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        frame.setLayoutData(fill);
        GridLayout inner = new GridLayout(1, false);
        inner.marginWidth = framed ? 8 : 0;
        inner.marginHeight = 5;
        frame.setLayout(inner);
        text = new StyledText(frame, lines == 1 ? SWT.SINGLE : SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridData textData = new GridData(SWT.FILL, lines == 1 ? SWT.CENTER : SWT.FILL, true, true);
        text.setLayoutData(textData);
        text.setAlwaysShowScrollBars(false);
        dress();
        textData.heightHint = lines == 1 ? SWT.DEFAULT : lines * (text.getLineHeight() + 1);
        textData.widthHint = 80;
        error = new TextLine(this, look, TextStyle.SMALL, Tone.BAD);
        error.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        exclude(true);
        WidgetId.name(text, name);
        listen(lines);
    }

    private static Tone inside(Tone ground) {
        return ground == Tone.PANEL ? Tone.EDITOR : Tone.PANEL;
    }

    private static GridLayout column(int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = spacing;
        return layout;
    }

    public TextBox placeholder(String newPlaceholder) {
        placeholder = newPlaceholder;
        text.redraw();
        return this;
    }

    public String text() {
        return text.getText();
    }

    public void text(String newText) {
        if (!newText.equals(text.getText())) {
            text.setText(newText);
        }
    }

    public TextBox onChange(Runnable listener) {
        text.addListener(SWT.Modify, e -> listener.run());
        return this;
    }

    /** What Enter does in a box of one line, and Ctrl+Enter in any. */
    public TextBox onSubmit(Runnable newSubmit) {
        submit = newSubmit;
        return this;
    }

    /** Says what is wrong; empty where nothing is. */
    public void error(String sentence) {
        if (!sentence.equals(error.getText())) {
            error.text(sentence);
            exclude(sentence.isEmpty());
            edge();
            requestLayout();
        }
    }

    public String error() {
        return error.getText();
    }

    public void selectAll() {
        text.selectAll();
    }

    /** The control that has the focus while somebody types. */
    public StyledText control() {
        return text;
    }

    @Override
    public boolean setFocus() {
        return !text.isDisposed() && text.setFocus();
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        text.setEnabled(enabled);
        text.setForeground(look.color(enabled ? Tone.TEXT : Tone.FAINT));
    }

    private void exclude(boolean hidden) {
        ((GridData) error.getLayoutData()).exclude = hidden;
        error.setVisible(!hidden);
    }

    private void dress() {
        text.setBackground(look.color(frame.tone()));
        text.setForeground(look.color(Tone.TEXT));
        text.setFont(look.font(TextStyle.BODY));
        text.setSelectionBackground(look.color(Tone.SELECTION));
        text.setSelectionForeground(look.color(Tone.TEXT));
        text.setLineSpacing(1);
    }

    private void listen(int lines) {
        look.onChange(this, this::dress);
        text.setKeyBinding('A' | SWT.MOD1, ST.SELECT_ALL);
        text.addListener(SWT.Paint, this::paintPlaceholder);
        text.addListener(SWT.Modify, e -> text.redraw());
        text.addListener(SWT.FocusIn, e -> focused(true));
        text.addListener(SWT.FocusOut, e -> focused(false));
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true;
            }
        });
        text.addVerifyKeyListener(e -> {
            boolean enter = e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR;
            if (enter && (lines == 1 || (e.stateMask & SWT.MOD1) != 0)) {
                e.doit = false;
                submit.run();
            }
        });
        frame.addListener(SWT.MouseDown, e -> text.setFocus());
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = name;
            }

            @Override
            public void getHelp(AccessibleEvent e) {
                e.result = error.getText();
            }
        });
    }

    /** While the focus goes, GTK still says that it is here. */
    private void focused(boolean now) {
        focused = now;
        edge();
    }

    private void edge() {
        if (!framed) {
            return;
        }
        if (!error.getText().isEmpty()) {
            frame.edge(Tone.BAD, focused ? 2 : 1);
        } else if (focused) {
            frame.edge(Tone.ACCENT, 2);
        } else {
            frame.edge(Tone.LINE, 1);
        }
    }

    private void paintPlaceholder(Event e) {
        if (text.getCharCount() == 0 && !placeholder.isEmpty()) {
            Rectangle area = text.getClientArea();
            Rectangle line = new Rectangle(0, 0, area.width, text.getLineHeight());
            new Brush(e.gc, look).text(placeholder, TextStyle.BODY, Tone.FAINT, line, Align.LEFT);
        }
    }
}
