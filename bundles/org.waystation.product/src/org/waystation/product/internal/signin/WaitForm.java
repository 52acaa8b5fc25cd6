package org.waystation.product.internal.signin;

import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.signin.SignInStatus;
import org.waystation.product.internal.sheet.CardHead;
import org.waystation.product.internal.sheet.Columns;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.CopiedText;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** Says what an attempt waits for, and how to help it along. */
final class WaitForm {

    private static final int RADIUS = 6;

    private final Card card;
    private final Look look;
    private final WrappedText trouble;

    /**
     * @param status of the attempt
     * @param open opens a page in the browser
     * @param cancel gives the attempt up
     */
    WaitForm(Card card, Look look, SignInStatus status, Consumer<URI> open, Runnable cancel) {
        this.card = card;
        this.look = look;
        String server = status.server().map(URI::getAuthority).orElse("the server");
        if (status.page().isEmpty()) {
            new CardHead(card, look, "sync", "One moment", "Asking " + server + " how to sign in.");
        } else if (status.code().isPresent()) {
            new CardHead(
                    card,
                    look,
                    "user",
                    "Type this code",
                    "Open the address below in any browser, on a phone too, and type the code there. This window goes on "
                            + "by itself.");
            framed(status.code().get(), TextStyle.TITLE, "waystation.signin.usercode");
            framed(status.page().get().toString(), TextStyle.CODE, "waystation.signin.page");
        } else {
            new CardHead(
                    card,
                    look,
                    "user",
                    "Go on in the browser",
                    "Sign in to " + server + " on the page that was opened there. This window goes on by itself.");
        }
        trouble = new WrappedText(card, look, TextStyle.SMALL, Tone.BAD);
        trouble.setLayoutData(Columns.across());
        showTrouble();
        Panel buttons = new Panel(card, look, Tone.PANEL);
        buttons.setLayoutData(Columns.across());
        buttons.setLayout(Columns.row(3));
        status.page().ifPresent(page -> help(buttons, page, status, open));
        button(buttons, "cancel", "Cancel", cancel).setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
    }

    private void help(Composite buttons, URI page, SignInStatus status, Consumer<URI> open) {
        status.code()
                .ifPresentOrElse(
                        code -> button(buttons, "copy", "Copy the code", () -> CopiedText.copy(code)),
                        () -> button(buttons, "copy", "Copy the link", () -> CopiedText.copy(page.toString())));
        button(buttons, "open", status.code().isPresent() ? "Open the page" : "Open it again", () -> open.accept(page));
    }

    private void framed(String text, TextStyle style, String id) {
        RoundPanel frame = new RoundPanel(card, look, Tone.EDITOR, RADIUS);
        frame.setLayoutData(Columns.across());
        frame.setLayout(Columns.column(8, 8, 0));
        WidgetId.set(new TextLine(frame, look, style, Tone.TEXT), id)
                .text(text)
                .align(Align.CENTER)
                .setLayoutData(Columns.across());
    }

    private FlatButton button(Composite parent, String id, String text, Runnable press) {
        return WidgetId.set(new FlatButton(parent, look, FlatButton.Kind.PLAIN), "waystation.signin." + id)
                .text(text)
                .onPress(press);
    }

    /** The system has no browser, or it does not start. */
    void cannotOpen() {
        if (!trouble.isDisposed()) {
            trouble.text("No browser could be opened here. Copy the link and open it yourself.");
            showTrouble();
            trouble.requestLayout();
        }
    }

    private void showTrouble() {
        boolean none = trouble.getText().isEmpty();
        ((GridData) trouble.getLayoutData()).exclude = none;
        trouble.setVisible(!none);
    }
}
