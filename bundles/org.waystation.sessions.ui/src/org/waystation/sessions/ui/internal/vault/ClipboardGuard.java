package org.waystation.sessions.ui.internal.vault;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Puts a secret on the clipboard and takes it off after 20 seconds, unless something else was copied meanwhile. */
final class ClipboardGuard {

    static final int MILLIS = 20_000;

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final Display display;
    private final int millis;

    ClipboardGuard(Display display) {
        this(display, MILLIS);
    }

    ClipboardGuard(Display display, int millis) {
        this.display = display;
        this.millis = millis;
    }

    /** @param cleared called once it is off the clipboard */
    void copy(String secret, Runnable cleared) {
        int mine = COPIES.incrementAndGet();
        int mark = secret.hashCode();
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(new Object[] {secret}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        display.timerExec(millis, () -> {
            if (mine == COPIES.get()) {
                clear(mark);
            }
            cleared.run();
        });
    }

    private void clear(int mark) {
        Clipboard clipboard = new Clipboard(display);
        Object content = clipboard.getContents(TextTransfer.getInstance());
        if (content instanceof String text && text.hashCode() == mark) {
            clipboard.setContents(new Object[] {" "}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.clearContents();
        }
        clipboard.dispose();
    }
}
