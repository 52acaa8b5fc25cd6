package org.waystation.shell.internal.settings;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

/** What can be set about the shell itself. */
@Component
public final class ShellSettings implements SettingsPage {

    public static final String LIGHT = "light";
    public static final String DARK = "dark";
    public static final String SYSTEM = "system";

    public static final Setting.Choice THEME = new Setting.Choice(
            "shell.theme",
            "Theme",
            "Changes at once; nothing has to be restarted.",
            List.of(
                    new Setting.Option(SYSTEM, "As the system"),
                    new Setting.Option(LIGHT, "Light"),
                    new Setting.Option(DARK, "Dark")),
            SYSTEM);

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

    public static final Setting.Text QUIET_GROUPS = new Setting.Text(
            "shell.balloon.quiet",
            "Groups without balloons",
            "Names separated by commas, such as: Sync, Settings. The event log keeps them all the same.",
            "");

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
        return List.of(THEME, REOPEN, RECENT, BALLOON_SECONDS, QUIET_GROUPS);
    }
}
