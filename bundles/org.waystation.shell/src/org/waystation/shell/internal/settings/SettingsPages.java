package org.waystation.shell.internal.settings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.settings.SettingsPage;

/** The pages that are published. */
@Component(service = SettingsPages.class)
public final class SettingsPages {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<SettingsPage> pages = new CopyOnWriteArrayList<>();

    @Activate
    public SettingsPages() {
        // The pages come and go with their plug-ins.
    }

    public SettingsIndex index() {
        return new SettingsIndex(List.copyOf(pages));
    }
}
