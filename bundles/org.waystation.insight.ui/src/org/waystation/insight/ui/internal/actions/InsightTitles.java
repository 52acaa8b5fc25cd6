package org.waystation.insight.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.insight.InsightService;
import org.waystation.api.record.EntityKind;
import org.waystation.shell.frame.RecordTitles;

/** Says what an insight is called before its editor is made. */
@Component(service = RecordTitles.class)
public final class InsightTitles implements RecordTitles {

    private static final int MOST_SECONDS = 2;

    private final InsightService insight;

    @Activate
    public InsightTitles(@Reference InsightService insight) {
        this.insight = insight;
    }

    @Override
    public EntityKind kind() {
        return InsightService.KIND;
    }

    @Override
    public Optional<String> title(UUID id) {
        return Optional.of(insight.title(insight.scope(id))
                .toCompletableFuture()
                .thenApply(title -> "Insight: " + title)
                .completeOnTimeout("Insight", MOST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> "Insight")
                .join());
    }
}
