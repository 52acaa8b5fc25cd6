package org.waystation.shell.internal.appearance;

import org.eclipse.e4.ui.css.swt.theme.ITheme;

/** A theme as the platform's native parts know it: they go by whether its id says dark. */
record PlatformTheme(boolean dark) implements ITheme {

    @Override
    public String getId() {
        return dark ? "org.waystation.theme.dark" : "org.waystation.theme.light";
    }

    @Override
    public String getLabel() {
        return dark ? "Dark" : "Light";
    }
}
