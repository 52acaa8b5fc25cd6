package org.waystation.sync.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

/** The page about sync. */
@Component
public final class SyncSettingsPage implements SettingsPage {

    static final Setting.Toggle METERED = new Setting.Toggle(
            "sync.metered",
            "This network counts what goes over it",
            "Your changes are still sent at once. News is looked for every ten minutes, files come when you open them, "
                    + "and what is new in scope is fetched when you press Sync now.",
            false);

    private static final int ORDER = 50;

    @Override
    public String title() {
        return "Sync";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(METERED);
    }
}
