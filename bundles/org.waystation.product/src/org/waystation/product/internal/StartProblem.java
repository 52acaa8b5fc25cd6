package org.waystation.product.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.profile.ProfileUnavailable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WrappedText;

/** The small window in place of the large one: why the program cannot start and what to do about it. */
final class StartProblem {

    private static final int WIDTH = 460;

    private final ProfileUnavailable problem;

    StartProblem(ProfileUnavailable problem) {
        this.problem = problem;
    }

    /** Returns once the window is closed. */
    void show() {
        Display.setAppName("Waystation");
        Display display = Display.getDefault(); // the start has brought it up already
        try {
            Shell shell = window(display);
            shell.open();
            while (!shell.isDisposed()) {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            display.dispose();
        }
    }

    private Shell window(Display display) {
        Look look = new StandardLook(display, Display.isSystemDarkTheme());
        Shell shell = new Shell(display, SWT.TITLE | SWT.CLOSE);
        shell.setText("Waystation");
        shell.setData("org.waystation.id", "waystation.startproblem");
        shell.setLayout(margins(0, 0));
        Panel panel = new Panel(shell, look, Tone.PANEL);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        panel.setLayoutData(data);
        panel.setLayout(margins(24, 20));
        line(panel, look, TextStyle.TITLE, Tone.TEXT, "Waystation cannot start here");
        line(panel, look, TextStyle.BODY, Tone.TEXT, problem.message());
        line(panel, look, TextStyle.SMALL, Tone.DIM, "Profile: " + problem.folder());
        FlatButton close = new FlatButton(panel, look, FlatButton.Kind.PRIMARY)
                .text("Close")
                .onPress(shell::close);
        close.setLayoutData(new GridData(SWT.RIGHT, SWT.BOTTOM, true, true));
        shell.pack();
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        shell.setLocation(
                screen.x + (screen.width - shell.getSize().x) / 2, screen.y + (screen.height - shell.getSize().y) / 3);
        close.setFocus();
        return shell;
    }

    private static void line(Composite parent, Look look, TextStyle style, Tone tone, String text) {
        new WrappedText(parent, look, style, tone)
                .text(text)
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private static GridLayout margins(int width, int height) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = width;
        layout.marginHeight = height;
        layout.verticalSpacing = 12;
        return layout;
    }
}
