package org.waystation.shell.internal.declared;

import java.util.List;
import org.waystation.api.notify.NotificationGroup;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;
import org.waystation.shell.theme.Theme;

/** What one bundle declares. */
record Declared(List<Page> pages, List<Group> groups, List<Theme> themes) {

    Declared {
        pages = List.copyOf(pages);
        groups = List.copyOf(groups);
        themes = List.copyOf(themes);
    }

    /** A page of settings. */
    record Page(String title, int order, List<Setting> settings) implements SettingsPage {

        Page {
            settings = List.copyOf(settings);
        }
    }

    /** A group of notifications. */
    record Group(String name, String summary, boolean balloons) implements NotificationGroup {}
}
