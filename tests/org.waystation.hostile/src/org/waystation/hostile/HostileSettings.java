package org.waystation.hostile;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

/** Misbehaves as a page of settings. */
@Component
public final class HostileSettings implements SettingsPage {

    @Override
    public String title() {
        return "Hostile";
    }

    @Override
    public int order() {
        return 999;
    }

    @Override
    public List<Setting> settings() {
        Mood.at("settings");
        return List.of(new Setting.Toggle("hostile.on", "Be hostile", "", true));
    }
}
