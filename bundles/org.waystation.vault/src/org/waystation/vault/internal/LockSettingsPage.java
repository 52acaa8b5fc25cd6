package org.waystation.vault.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;
import org.waystation.vault.LockSettings;

/** The page about locking. */
@Component
public final class LockSettingsPage implements SettingsPage {

    private static final int ORDER = 40;

    @Override
    public String title() {
        return "Locking";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(LockSettings.IDLE, LockSettings.KEYRING);
    }
}
