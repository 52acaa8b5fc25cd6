package org.waystation.shell.internal.appearance;

/** Which theme applies. */
final class ThemeChoice {

    private ThemeChoice() {}

    static boolean dark(String choice, boolean systemDark) {
        return choice.equals(Themes.DARK) || (choice.equals(Themes.SYSTEM) && systemDark);
    }

    /** The choice that looks other than what is on the screen now. */
    static String opposite(boolean darkNow) {
        return darkNow ? Themes.LIGHT : Themes.DARK;
    }
}
