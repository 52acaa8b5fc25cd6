package org.waystation.shell.internal.settings;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.plugins.ContributionLedger;

/** What was set of a plug-in's settings goes with it when it is removed for good; while it is only away, it stays. */
@Component
public final class SettingsLedger implements ContributionLedger {

    private final StoredSettings settings;

    @Activate
    public SettingsLedger(@Reference StoredSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> withdraw(Set<String> bundles) {
        return List.of();
    }

    @Override
    public List<String> leftover(Set<String> bundles) {
        return List.of();
    }

    @Override
    public List<String> forget(Set<String> bundles) {
        return settings.forget(bundles).stream().map(key -> "setting " + key).toList();
    }
}
