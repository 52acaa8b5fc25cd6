package org.waystation.shell.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/**
 * A filter box: what is a token becomes a chip once a space or Enter follows it, the rest stays text. Backspace at the
 * start turns the last chip back into text, Escape clears the text, Down leaves for the list below.
 */
public final class FilterField extends RoundPanel {

    /** A part of what was typed: without spaces, save within quotes. */
    private static final Pattern PART = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

    private Predicate<String> isToken;
    private final List<Chip> chips = new ArrayList<>();
    private final StyledText text;
    private String placeholder = "";
    private Consumer<String> listener = typed -> {};
    private Runnable leave = () -> {};
    private boolean filling;
    private boolean allSelected;

    /** @param isToken whether a part of what is typed, such as {@code status:open}, is a token */
    public FilterField(Composite parent, Look look, Predicate<String> isToken) {
        super(parent, look, Tone.EDITOR, 6);
        this.isToken = isToken;
        addListener(SWT.Dispose, event -> letGo());
        setLayout(new ChipLayout());
        text = new StyledText(this, SWT.SINGLE);
        Runnable dress = this::dress;
        dress.run();
        look.onChange(this, dress);
        text.setKeyBinding('A' | SWT.MOD1, ST.SELECT_ALL);
        WidgetId.name(text, "Filter");
        text.addListener(SWT.Paint, this::paintPlaceholder);
        text.addListener(SWT.Modify, e -> modified());
        text.addListener(SWT.FocusIn, e -> edge(Tone.ACCENT, 2));
        text.addListener(SWT.FocusOut, e -> edge(Tone.LINE, 1));
        text.addVerifyKeyListener(e -> e.doit = !overAll(e) && !key(e));
        text.addListener(
                SWT.Traverse, e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        addListener(SWT.MouseDown, e -> text.setFocus());
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = "Filter";
            }
        });
    }

    public FilterField placeholder(String newPlaceholder) {
        placeholder = newPlaceholder;
        return this;
    }

    /** Called with the whole filter, tokens first, as it changes. */
    public FilterField onChange(Consumer<String> newListener) {
        listener = newListener;
        return this;
    }

    /** What Down does. */
    public FilterField onLeave(Runnable newLeave) {
        leave = newLeave;
        return this;
    }

    /** The whole filter, tokens first. */
    public String value() {
        List<String> parts = new ArrayList<>(chips.stream().map(Chip::token).toList());
        if (!text.getText().isBlank()) {
            parts.add(text.getText().strip());
        }
        return String.join(" ", parts);
    }

    /** Shows another filter, without telling the listener. */
    public void value(String filter) {
        filling = true;
        List.copyOf(chips).forEach(Chip::dispose);
        chips.clear();
        text.setText("");
        List<String> words = new ArrayList<>();
        for (String part : parts(filter)) {
            if (isToken.test(part)) {
                addChip(part);
            } else {
                words.add(part);
            }
        }
        text.setText(String.join(" ", words));
        filling = false;
        arrange();
    }

    public List<String> tokens() {
        return chips.stream().map(Chip::token).toList();
    }

    /** The control that has the focus while somebody types. */
    public StyledText control() {
        return text;
    }

    @Override
    public boolean setFocus() {
        return !text.isDisposed() && text.setFocus();
    }

    /** A shell keeps the control that had the focus last, even when it is gone: what it refers to must not stay with it. */
    private void letGo() {
        isToken = part -> false;
        listener = typed -> {};
        leave = () -> {};
    }

    private void dress() {
        text.setBackground(look().color(tone()));
        text.setForeground(look().color(Tone.TEXT));
        text.setFont(look().font(TextStyle.SMALL));
        text.setSelectionBackground(look().color(Tone.SELECTION));
        text.setSelectionForeground(look().color(Tone.TEXT));
    }

    private void modified() {
        text.redraw();
        if (filling) {
            return;
        }
        String typed = text.getText();
        if (typed.endsWith(" ")) {
            takeTokens();
        }
        listener.accept(value());
    }

    /** After Ctrl+A the next key that writes or deletes is meant for the chips too. */
    private boolean overAll(KeyEvent e) {
        if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'a') {
            allSelected = true;
            return false;
        }
        boolean modifier = (e.keyCode & SWT.MODIFIER_MASK) != 0;
        boolean was = allSelected;
        allSelected = was && modifier;
        boolean deletes = e.keyCode == SWT.BS || e.keyCode == SWT.DEL;
        if (!was || modifier || !deletes && e.character < ' ') {
            return false;
        }
        value("");
        listener.accept("");
        return deletes;
    }

    private boolean key(KeyEvent e) {
        if ((e.stateMask & SWT.MODIFIER_MASK) != 0) {
            return false; // such as Shift+Escape, which hides the window it is in
        }
        switch (e.keyCode) {
            case SWT.CR, SWT.KEYPAD_CR -> {
                takeTokens();
                listener.accept(value());
                return true;
            }
            case SWT.BS -> {
                return text.getCaretOffset() == 0 && text.getSelectionCount() == 0 && unchip();
            }
            case SWT.ARROW_DOWN -> {
                leave.run();
                return true;
            }
            case SWT.ESC -> {
                text.setText("");
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private void takeTokens() {
        List<String> rest = new ArrayList<>();
        boolean taken = false;
        for (String part : parts(text.getText())) {
            if (isToken.test(part)) {
                addChip(part);
                taken = true;
            } else {
                rest.add(part);
            }
        }
        if (taken) {
            filling = true;
            text.setText(String.join(" ", rest));
            text.setCaretOffset(text.getCharCount());
            filling = false;
            arrange();
        }
    }

    private boolean unchip() {
        if (chips.isEmpty()) {
            return false;
        }
        Chip last = chips.removeLast();
        filling = true;
        text.setText(last.token() + text.getText());
        text.setCaretOffset(last.token().length());
        filling = false;
        last.dispose();
        arrange();
        listener.accept(value());
        return true;
    }

    private void addChip(String token) {
        if (tokens().contains(token)) {
            return;
        }
        Chip chip = new Chip(this, look(), token, () -> remove(token));
        chip.moveAbove(text);
        chips.add(chip);
    }

    private void remove(String token) {
        chips.stream().filter(chip -> chip.token().equals(token)).findFirst().ifPresent(chip -> {
            chips.remove(chip);
            text.setFocus();
            chip.dispose();
            arrange();
            listener.accept(value());
        });
    }

    private void arrange() {
        layout(true);
        requestLayout();
        text.redraw();
    }

    private static List<String> parts(String typed) {
        Matcher matcher = PART.matcher(typed);
        return matcher.results().map(r -> r.group()).toList();
    }

    private void paintPlaceholder(Event e) {
        if (text.getCharCount() == 0) {
            Rectangle line = new Rectangle(0, 0, text.getClientArea().width, text.getLineHeight());
            new Brush(e.gc, look()).text(placeholder, TextStyle.SMALL, Tone.FAINT, line, Align.LEFT);
        }
    }
}
