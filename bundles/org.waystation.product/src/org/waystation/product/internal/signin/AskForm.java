package org.waystation.product.internal.signin;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.product.internal.sheet.CardHead;
import org.waystation.product.internal.sheet.Columns;
import org.waystation.product.internal.sheet.InputBox;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** Asks for the server and for the way to sign in there. */
final class AskForm {

    private final InputBox address;

    /** What the technician can choose. */
    interface Choices {
        void byBrowser(URI server);

        void byCode(URI server);

        void notNow();
    }

    /**
     * @param server to begin with
     * @param fault why the last attempt came to nothing
     */
    AskForm(Card card, Look look, String server, Optional<String> fault, Choices choices) {
        new CardHead(
                card,
                look,
                "user",
                "Sign in",
                "Tickets come from the server of your company. What was synced before stays here either way.");
        address = InputBox.plain(card, look, "Server address", "waystation.signin.server")
                .onSubmit(() -> go(choices::byBrowser));
        address.setLayoutData(Columns.across());
        address.text(server);
        if (fault.isPresent()) {
            WrappedText told = new WrappedText(card, look, TextStyle.SMALL, Tone.BAD).text(fault.get());
            WidgetId.set(told, "waystation.signin.fault").setLayoutData(Columns.across());
        }
        button(card, look, FlatButton.Kind.PRIMARY, "browser", "Sign in with the browser")
                .onPress(() -> go(choices::byBrowser))
                .setLayoutData(Columns.across());
        Panel others = new Panel(card, look, Tone.PANEL);
        others.setLayoutData(Columns.across());
        others.setLayout(Columns.row(2));
        button(others, look, FlatButton.Kind.QUIET, "code", "Use a code instead")
                .onPress(() -> go(choices::byCode));
        button(others, look, FlatButton.Kind.QUIET, "later", "Not now")
                .onPress(choices::notNow)
                .setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
    }

    private static FlatButton button(Composite parent, Look look, FlatButton.Kind kind, String id, String text) {
        return WidgetId.set(new FlatButton(parent, look, kind), "waystation.signin." + id)
                .text(text);
    }

    void setFocus() {
        address.setFocus();
    }

    String typed() {
        return address.text();
    }

    private void go(Consumer<URI> way) {
        ServerAddress given = ServerAddress.of(address.text());
        address.error(given.complaint());
        given.server().ifPresentOrElse(way, address::setFocus);
    }
}
