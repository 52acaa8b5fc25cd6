package org.waystation.product.internal.unlock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.waystation.product.internal.sheet.Cover;
import org.waystation.shell.theme.Look;
import org.waystation.vault.KeyVault;
import org.waystation.vault.KeyVault.State;

/** Covers the window with what the vault's state asks for, and with nothing while there is nothing to ask. */
final class UnlockScreen {

    private static final Logger LOG = System.getLogger(UnlockScreen.class.getName());

    private final Shell window;
    private final Display display;
    private final Look look;
    private final KeyVault vault;
    private State shown = State.TRYING;
    private Optional<Cover> cover = Optional.empty();
    private Optional<AutoCloseable> listening = Optional.empty();

    UnlockScreen(Shell window, Look look, KeyVault vault) {
        this.window = window;
        this.display = window.getDisplay();
        this.look = look;
        this.vault = vault;
    }

    /** Follows the vault from now on. */
    void watch() {
        listening = Optional.of(vault.listen(state -> onUi(() -> show(state))));
    }

    void stop() {
        listening.ifPresent(each -> {
            try {
                each.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Could not stop listening to the vault", e);
            }
        });
        listening = Optional.empty();
    }

    boolean isOpen() {
        return cover.isPresent();
    }

    private void show(State state) {
        if (state == shown || window.isDisposed()) {
            return;
        }
        shown = state;
        cover.ifPresent(Cover::close);
        cover = Optional.empty();
        switch (state) {
            case NEW -> cover = Optional.of(open(Wording.CHOOSE));
            case LOCKED -> cover = Optional.of(open(Wording.UNLOCK));
            case EXPIRED -> cover = Optional.of(open(Wording.EXPIRED));
            case TRYING, UNLOCKED -> {} // nothing to ask
        }
    }

    private Cover open(Wording wording) {
        Cover made = new Cover(window, look, "waystation.unlock");
        UnlockForm form = new UnlockForm(made.card(), look, wording, vault::unlock, this::onUi);
        made.open();
        form.setFocus();
        return made;
    }

    /** The vault outlives the window by a little. */
    private void onUi(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }
}
