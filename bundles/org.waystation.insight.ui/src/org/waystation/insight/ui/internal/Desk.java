package org.waystation.insight.ui.internal;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.waystation.api.insight.InsightService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.api.profile.SealedState;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/**
 * What the insight screens work with.
 *
 * @param sealed keeps choices, once the profile is there
 * @param ui runs on the UI thread
 */
public record Desk(
        Look look,
        InsightService insight,
        Supplier<Optional<SealedState>> sealed,
        Edits edits,
        Notifications notifications,
        RecordNavigator navigator,
        RelativeTime times,
        Executor ui) {

    public YearMonth month() {
        return YearMonth.from(times.now().atZone(ZoneId.systemDefault()));
    }
}
