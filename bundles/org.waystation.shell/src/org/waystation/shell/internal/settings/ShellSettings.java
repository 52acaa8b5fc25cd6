package org.waystation.shell.internal.settings;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;
import org.waystation.shell.internal.appearance.Themes;

/** What can be set about the shell itself. */
@Component
public final class ShellSettings implements SettingsPage {

    public static final Setting.Toggle REOPEN = new Setting.Toggle(
            "shell.reopen", "Open at start what was open at the end", "Editors and tool windows come back.", true);

    public static final Setting.Amount RECENT = new Setting.Amount(
            "shell.recent", "Recent records kept", "What Recent (Ctrl+E) offers.", "records", 5, 200, 50);

    public static final Setting.Amount BALLOON_SECONDS = new Setting.Amount(
            "shell.balloon.seconds",
            "Balloons stay for",
            "Warnings and errors stay until they are closed or settled.",
            "seconds",
            2,
            60,
            8);

    private final Themes themes;

    @Activate
    public ShellSettings(@Reference Themes themes) {
        this.themes = themes;
    }

    @Override
    public String title() {
        return "Appearance and notifications";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public List<Setting> settings() {
        return List.of(themes.setting(), REOPEN, RECENT, BALLOON_SECONDS);
    }
}
