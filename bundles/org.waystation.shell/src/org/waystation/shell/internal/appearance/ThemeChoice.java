package org.waystation.shell.internal.appearance;

import org.waystation.shell.internal.settings.ShellSettings;

/** Which theme applies. */
final class ThemeChoice {

    private ThemeChoice() {}

    static boolean dark(String choice, boolean systemDark) {
        return choice.equals(ShellSettings.DARK) || (choice.equals(ShellSettings.SYSTEM) && systemDark);
    }

    /** The choice that looks other than what is on the screen now. */
    static String opposite(boolean darkNow) {
        return darkNow ? ShellSettings.LIGHT : ShellSettings.DARK;
    }
}
