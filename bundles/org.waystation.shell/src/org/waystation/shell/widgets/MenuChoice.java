package org.waystation.shell.widgets;

/**
 * One line of a popup menu.
 *
 * @param icon name of an icon of the look; empty for none
 * @param detail dim, at the end: a key binding or an explanation
 * @param checked whether it is the present choice
 * @param heading whether it only names the items that follow
 */
public record MenuChoice(String label, String icon, String detail, boolean checked, boolean heading, Runnable run) {

    public static MenuChoice of(String label, Runnable run) {
        return new MenuChoice(label, "", "", false, false, run);
    }

    public static MenuChoice heading(String label) {
        return new MenuChoice(label, "", "", false, true, () -> {});
    }

    public MenuChoice withIcon(String newIcon) {
        return new MenuChoice(label, newIcon, detail, checked, heading, run);
    }

    public MenuChoice withDetail(String newDetail) {
        return new MenuChoice(label, icon, newDetail, checked, heading, run);
    }

    public MenuChoice checkedIf(boolean newChecked) {
        return new MenuChoice(label, icon, detail, newChecked, heading, run);
    }
}
