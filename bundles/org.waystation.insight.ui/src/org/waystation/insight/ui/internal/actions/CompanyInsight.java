package org.waystation.insight.ui.internal.actions;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.insight.InsightService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** From a company to its insight. */
@Component(service = ContextAction.class)
public final class CompanyInsight implements ContextAction {

    private final RecordNavigator navigator;

    @Activate
    public CompanyInsight(@Reference RecordNavigator navigator) {
        this.navigator = navigator;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.COMPANY);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return Optional.of("Show insight: reactive and proactive work");
    }

    @Override
    public void run(RecordRef record) {
        navigator.open(new RecordRef(InsightService.KIND, record.id()));
    }
}
