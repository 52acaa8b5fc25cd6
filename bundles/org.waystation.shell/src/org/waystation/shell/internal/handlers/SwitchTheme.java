package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.appearance.AppearanceAddon;

/** From light to dark or back. */
public final class SwitchTheme {

    @Execute
    void execute(AppearanceAddon appearance) {
        appearance.switchTheme();
    }
}
