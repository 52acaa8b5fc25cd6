package org.waystation.insight.ui.internal.status;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.InsightService;
import org.waystation.api.insight.WeekShare;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.RecordRef;
import org.waystation.api.status.StatusItem;
import org.waystation.api.status.StatusText;
import org.waystation.insight.ui.internal.Figures;

/** How much of the technician's week was proactive, in the status bar; a click opens the insight. */
@Component(service = StatusItem.class)
public final class ProactiveWeek implements StatusItem {

    private static final int ORDER = 900;
    private static final int MOST_SECONDS = 10;
    private static final StatusText HIDDEN = new StatusText("", "", false);

    private final InsightService insight;
    private final RecordNavigator navigator;

    @Activate
    public ProactiveWeek(@Reference InsightService insight, @Reference RecordNavigator navigator) {
        this.insight = insight;
        this.navigator = navigator;
    }

    @Override
    public String id() {
        return "org.waystation.insight.week";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public StatusText now() {
        Optional<WeekShare> week = insight.week()
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> Optional.empty())
                .join();
        return week.map(ProactiveWeek::text).orElse(HIDDEN);
    }

    static StatusText text(WeekShare week) {
        if (week.everybodys().minutes() == 0) {
            return HIDDEN; // nobody has booked anything yet
        }
        if (week.mine().proactiveShare().isEmpty()) {
            return new StatusText(
                    "Proactive this week –",
                    "You have booked no time since Monday. All together: "
                            + Figures.percent(week.everybodys().proactiveShare()) + " proactive.",
                    false);
        }
        return new StatusText(
                "Proactive this week " + Figures.percent(week.mine().proactiveShare()),
                Figures.hours(week.mine().proactiveMinutes()) + " of your "
                        + Figures.hours(week.mine().minutes()) + " hours since Monday were proactive. All together: "
                        + Figures.percent(week.everybodys().proactiveShare()) + ".",
                false);
    }

    @Override
    public AutoCloseable listen(Runnable changed) {
        return insight.onChange(changed);
    }

    @Override
    public void press() {
        navigator.open(new RecordRef(InsightService.KIND, insight.id(InsightScope.all())));
    }
}
