package org.waystation.sessions.ui.internal.vault;

import java.util.OptionalInt;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/**
 * Puts a secret on the clipboard and takes it off after 20 seconds, or at once when the profile is locked, unless something
 * else was copied meanwhile.
 */
final class ClipboardGuard {

    static final int MILLIS = 20_000;

    private final Display display;
    private final int millis;
    private final Runnable over = this::clear;
    private OptionalInt mark = OptionalInt.empty();
    private Runnable cleared = () -> {};

    ClipboardGuard(Display display) {
        this(display, MILLIS);
    }

    ClipboardGuard(Display display, int millis) {
        this.display = display;
        this.millis = millis;
    }

    /** @param told called once it is off the clipboard */
    void copy(String secret, Runnable told) {
        mark = OptionalInt.of(secret.hashCode());
        cleared = told;
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(new Object[] {secret}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        display.timerExec(millis, over);
    }

    /** Takes it off now, where it is still there. */
    void clear() {
        display.timerExec(-1, over);
        if (mark.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(display);
        Object content = clipboard.getContents(TextTransfer.getInstance());
        if (content instanceof String text && text.hashCode() == mark.getAsInt()) {
            clipboard.setContents(new Object[] {" "}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.clearContents();
        }
        clipboard.dispose();
        mark = OptionalInt.empty();
        cleared.run();
    }
}
