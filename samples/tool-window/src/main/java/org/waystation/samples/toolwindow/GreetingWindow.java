package org.waystation.samples.toolwindow;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.notify.Notifications;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;

/** The content of the tool window; made when the technician first opens it. */
public final class GreetingWindow {

    private final FlatButton button;

    @Inject
    public GreetingWindow(Composite parent, Look look, @Service Notifications notifications) {
        Greeting greeting = new Greeting(notifications);
        Panel panel = new Panel(parent, look, Tone.PANEL);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        panel.setLayout(layout);
        ToolHead head = new ToolHead(panel, look, "Greetings");
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        button = new FlatButton(panel, look, FlatButton.Kind.PLAIN)
                .text("Say hello")
                .onPress(() -> greeting.to("you, who pressed the button"));
        GridData middle = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        button.setLayoutData(middle);
        WidgetId.set(button, "org.waystation.samples.toolwindow.button");
    }

    @Focus
    void focus() {
        button.setFocus();
    }
}
