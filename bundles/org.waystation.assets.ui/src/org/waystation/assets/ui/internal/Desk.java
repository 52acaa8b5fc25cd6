package org.waystation.assets.ui.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import org.waystation.api.assets.AssetService;
import org.waystation.api.notify.Notifications;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/**
 * What the asset screens work with.
 *
 * @param ui runs on the UI thread
 */
public record Desk(
        Look look, Services services, Edits edits, Notifications notifications, RelativeTime times, Executor ui) {

    public AssetService assets() {
        return services.assets();
    }

    public LocalDate today() {
        return times.now().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
