package org.waystation.shell.widgets;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ExtendedModifyEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo in a text that somebody writes: Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y. Letters typed one after the other are
 * undone together, up to the next space.
 */
public final class TextUndo {

    private static final int MOST_STEPS = 500;

    private final StyledText text;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private boolean replaying;

    /** What stood at a place before, and what stands there now. */
    private record Step(int at, String before, String after) {

        /** This and the next as one, where the next only goes on typing; else null. */
        @Nullable
        Step and(Step next) {
            boolean goesOn = next.before().isEmpty()
                    && next.after().length() == 1
                    && !Character.isWhitespace(next.after().charAt(0))
                    && !after.isEmpty()
                    && next.at() == at + after.length();
            return goesOn ? new Step(at, before, after + next.after()) : null;
        }
    }

    private TextUndo(StyledText text) {
        this.text = text;
    }

    /** Remembers what is done to the text from now on. */
    public static TextUndo of(StyledText text) {
        TextUndo undo = new TextUndo(text);
        text.addExtendedModifyListener(undo::modified);
        text.addVerifyKeyListener(undo::key);
        return undo;
    }

    /** Begins anew, such as after the text was filled in. */
    public void forget() {
        done.clear();
        undone.clear();
    }

    public void undo() {
        if (!done.isEmpty()) {
            Step step = done.pop();
            undone.push(step);
            replay(step.at(), step.after().length(), step.before());
        }
    }

    public void redo() {
        if (!undone.isEmpty()) {
            Step step = undone.pop();
            done.push(step);
            replay(step.at(), step.before().length(), step.after());
        }
    }

    private void replay(int at, int length, String words) {
        replaying = true;
        try {
            text.replaceTextRange(at, length, words);
            text.setSelection(at + words.length());
            text.showSelection();
        } finally {
            replaying = false;
        }
    }

    private void modified(ExtendedModifyEvent event) {
        if (replaying) {
            return;
        }
        String after = event.length == 0 ? "" : text.getTextRange(event.start, event.length);
        Step step = new Step(event.start, event.replacedText, after);
        Step last = done.peek();
        Step both = last == null || !undone.isEmpty() ? null : last.and(step);
        if (both != null) {
            done.pop();
        }
        done.push(both == null ? step : both);
        undone.clear();
        if (done.size() > MOST_STEPS) {
            done.removeLast();
        }
    }

    private void key(VerifyEvent event) {
        boolean command = (event.stateMask & SWT.MOD1) != 0 && (event.stateMask & SWT.ALT) == 0;
        boolean shift = (event.stateMask & SWT.MOD2) != 0;
        if (!command) {
            return;
        }
        if (event.keyCode == 'z') {
            event.doit = false;
            if (shift) {
                redo();
            } else {
                undo();
            }
        } else if (event.keyCode == 'y' && !shift) {
            event.doit = false;
            redo();
        }
    }
}
