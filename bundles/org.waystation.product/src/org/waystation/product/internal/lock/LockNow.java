package org.waystation.product.internal.lock;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.vault.KeyVault;

/** Locks the profile. */
public final class LockNow {

    @CanExecute
    boolean isOpen(KeyVault vault) {
        return vault.state() == KeyVault.State.UNLOCKED;
    }

    @Execute
    void execute(KeyVault vault) {
        vault.lock();
    }
}
