package org.waystation.vault;

import org.waystation.api.settings.Setting;

/** What can be set about locking. */
public final class LockSettings {

    public static final Setting.Amount IDLE = new Setting.Amount(
            "vault.idle",
            "Lock when nothing was pressed for",
            "Locking wipes the keys from memory. Ctrl+Alt+L locks at once.",
            "minutes",
            1,
            480,
            10);

    public static final Setting.Toggle KEYRING = new Setting.Toggle(
            "vault.keyring",
            "Unlock at start with this computer's keyring",
            "Whoever is signed in to this computer as you can then start Waystation without the passphrase. After "
                    + "locking, the passphrase is asked for all the same.",
            false);

    private LockSettings() {}
}
