package org.waystation.samples.hello;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.notify.Notifications;

/** A tool window with one button. */
public final class HelloWindow {

    private final Greeting greeting;
    private Button button;

    @Inject
    public HelloWindow(Composite parent, @Service Notifications notifications) {
        greeting = new Greeting(notifications);
        parent.setLayout(new FillLayout());
        button = new Button(parent, SWT.PUSH);
    }

    @PostConstruct
    void label() {
        button.setText("Say hello");
        button.addListener(SWT.Selection, event -> greeting.to("you, who pressed the button"));
    }

    @Focus
    void focus() {
        button.setFocus();
    }
}
