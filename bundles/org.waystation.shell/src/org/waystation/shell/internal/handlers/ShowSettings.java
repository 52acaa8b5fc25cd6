package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.settings.SettingsOpener;

/** Opens the settings. */
public final class ShowSettings {

    @Execute
    void execute(SettingsOpener settings) {
        settings.open("");
    }
}
