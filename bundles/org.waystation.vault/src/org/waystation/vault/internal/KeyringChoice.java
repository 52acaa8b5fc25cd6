package org.waystation.vault.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.settings.Settings;
import org.waystation.vault.KeyVault;
import org.waystation.vault.LockSettings;

/** Does what the setting about the keyring says, as soon as it says so. */
@Component(
        immediate = true,
        service = {})
public final class KeyringChoice {

    private static final Logger LOG = System.getLogger(KeyringChoice.class.getName());

    private final Settings settings;
    private final KeyVault vault;
    private final Notifications notifications;
    private final List<AutoCloseable> listening;

    @Activate
    public KeyringChoice(
            @Reference Settings settings, @Reference KeyVault vault, @Reference Notifications notifications) {
        this.settings = settings;
        this.vault = vault;
        this.notifications = notifications;
        Executor here = Runnable::run; // the vault has a thread of its own
        this.listening = List.of(
                settings.listen(here, key -> {
                    if (key.equals(LockSettings.KEYRING.key())) {
                        follow();
                    }
                }),
                vault.listen(state -> {
                    if (state == KeyVault.State.UNLOCKED) {
                        follow();
                    }
                }));
    }

    private void follow() {
        vault.useKeyring(settings.flag(LockSettings.KEYRING)).whenComplete((done, failure) -> {
            if (failure != null) {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                notifications.show(new Notification(
                        Notification.Level.WARNING,
                        "Locking",
                        "vault.keyring",
                        "The keyring could not be used",
                        String.valueOf(cause.getMessage()),
                        List.of()));
            }
        });
    }

    @Deactivate
    void close() {
        for (AutoCloseable each : listening) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.log(Level.DEBUG, "Could not stop listening.", e);
            }
        }
    }
}
