package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** What stands where there is nothing to show, or where it could not be loaded: what, why, and what to do about it. */
public final class EmptyState extends Panel {

    private final MessageIcon icon;
    private final TextLine title;
    private final WrappedText detail;
    private final FlatButton action;
    private Runnable run = () -> {};

    public EmptyState(Composite parent, Look look, Tone ground) {
        super(parent, look, ground);
        setLayout(new GridLayout(1, false));
        Panel middle = new Panel(this, look, ground);
        GridData centred = new GridData(SWT.FILL, SWT.CENTER, true, true);
        middle.setLayoutData(centred);
        GridLayout layout = new GridLayout(1, false);
        layout.verticalSpacing = 8;
        middle.setLayout(layout);
        icon = new MessageIcon(middle, look);
        icon.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        title = new TextLine(middle, look, TextStyle.BODY_STRONG, Tone.TEXT).align(Align.CENTER);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        detail = new WrappedText(middle, look, TextStyle.BODY, Tone.DIM).align(Align.CENTER);
        detail.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        action = new FlatButton(middle, look, FlatButton.Kind.PLAIN).onPress(() -> run.run());
        action.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        showAction("");
    }

    /**
     * Nothing is here.
     *
     * @param newAction what the button says; none for empty
     */
    public void showEmpty(String iconName, String newTitle, String newDetail, String newAction, Runnable newRun) {
        show(iconName, Tone.FAINT, newTitle, newDetail, newAction, newRun);
    }

    /** It could not be shown. */
    public void showError(String newTitle, String newDetail, String newAction, Runnable newRun) {
        show("error", Tone.BAD, newTitle, newDetail, newAction, newRun);
    }

    private void show(String name, Tone tone, String newTitle, String newDetail, String newAction, Runnable newRun) {
        icon.show(name, tone);
        title.text(newTitle);
        detail.text(newDetail);
        run = newRun;
        showAction(newAction);
        layout(true, true);
    }

    private void showAction(String word) {
        action.text(word);
        action.setVisible(!word.isEmpty());
        ((GridData) action.getLayoutData()).exclude = word.isEmpty();
    }
}
