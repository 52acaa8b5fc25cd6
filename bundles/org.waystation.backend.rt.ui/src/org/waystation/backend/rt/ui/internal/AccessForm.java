package org.waystation.backend.rt.ui.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** Where a Request Tracker is and who signs in. */
final class AccessForm extends Panel {

    private final TextBox address;
    private final Choice<Method> method;
    private final TextBox user;
    private final SecretBox secret;
    private Optional<RtAccess> kept = Optional.empty();
    private Runnable listener = () -> {};

    /** @param submit what Enter does in any of its boxes */
    AccessForm(Composite parent, Look look, Runnable submit) {
        super(parent, look, Rows.ground(parent));
        setLayout(Rows.grid(2, 0, 10));
        setLayoutData(Rows.across());
        Rows.label(this, look, "Address");
        address = box(look, "Address", "https://rt.example.org/", "waystation.rt.address", submit);
        Rows.label(this, look, "Sign in with");
        method = new Choice<>(
                this, look, tone(), "Sign in with", List.of(Method.PASSWORD, Method.TOKEN), AccessForm::words);
        method.value(Method.PASSWORD);
        method.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false));
        WidgetId.set(method, "waystation.rt.method");
        Rows.label(this, look, "User");
        user = box(look, "User", "Login name", "waystation.rt.user", submit);
        Rows.label(this, look, "Password or token");
        secret = new SecretBox(this, look, "Password or token", "waystation.rt.secret").onSubmit(submit);
        secret.setLayoutData(Rows.across());
        method.onChange(chosen -> {
            user.setEnabled(chosen == Method.PASSWORD);
            listener.run();
        });
        user.onChange(() -> changed(user));
        address.onChange(() -> changed(address));
        secret.onChange(() -> listener.run());
    }

    private static String words(Method one) {
        return one == Method.PASSWORD ? "User and password" : "Authentication token (slower)";
    }

    private TextBox box(Look look, String name, String placeholder, String id, Runnable submit) {
        TextBox box = new TextBox(this, look, tone(), name, 1)
                .placeholder(placeholder)
                .onSubmit(submit);
        box.setLayoutData(Rows.across());
        WidgetId.set(box.control(), id);
        return box;
    }

    private void changed(TextBox box) {
        box.error("");
        listener.run();
    }

    /** Called when anything of it is another one. */
    void onChange(Runnable newListener) {
        listener = newListener;
    }

    /** Whether it reads as the way that is kept. */
    boolean isKept() {
        return secret.isEmpty()
                && kept.filter(way -> address.text().strip().equals(way.server().toString())
                                && way.method() == method()
                                && way.user().equals(user()))
                        .isPresent();
    }

    /** The way that is kept; its secret needs not to be typed again. */
    void show(Optional<RtAccess> access) {
        kept = access;
        secret.hint(access.isPresent() ? "Kept; type only to change it" : "");
        access.ifPresent(way -> {
            address.text(way.server().toString());
            method.value(way.method());
            user.text(way.user());
            user.setEnabled(way.method() == Method.PASSWORD);
        });
    }

    Method method() {
        return method.value().orElse(Method.PASSWORD);
    }

    /** Empty with a token. */
    String user() {
        return method() == Method.TOKEN ? "" : user.text().strip();
    }

    char[] secret() {
        return secret.secret();
    }

    void wipe() {
        secret.wipe();
    }

    /** The address; where something is missing, says what and leads there. */
    Optional<URI> server() {
        URI uri;
        try {
            uri = RtAccess.address(address.text());
        } catch (IllegalArgumentException e) {
            address.error(String.valueOf(e.getMessage()));
            address.setFocus();
            return Optional.empty();
        }
        if (method() == Method.PASSWORD && user().isEmpty()) {
            user.error("Type the name that you sign in with there.");
            user.setFocus();
            return Optional.empty();
        }
        if (secret.isEmpty() && kept.filter(way -> isSame(way, uri)).isEmpty()) {
            secret.setFocus();
            secret.missing();
            return Optional.empty();
        }
        return Optional.of(uri);
    }

    private boolean isSame(RtAccess way, URI uri) {
        return way.server().equals(uri)
                && way.method() == method()
                && way.user().equals(user());
    }

    @Override
    public boolean setFocus() {
        return !address.isDisposed() && address.setFocus();
    }
}
