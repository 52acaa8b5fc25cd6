package org.waystation.shell.internal.settings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

/** The pages that are published; they come and go with their plug-ins. */
@Component(service = SettingsPages.class)
public final class SettingsPages {

    private final SafeCaller safe;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<SettingsPage> pages = new CopyOnWriteArrayList<>();

    @Activate
    public SettingsPages(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    /** What a page said of itself when it was asked. */
    private record Shown(String title, int order, List<Setting> settings) implements SettingsPage {

        Shown {
            settings = List.copyOf(settings);
        }
    }

    public SettingsIndex index() {
        return new SettingsIndex(pages.stream()
                .flatMap(page ->
                        safe
                                .here(
                                        page,
                                        "its settings",
                                        () -> new Shown(page.title(), page.order(), page.settings()))
                                .stream())
                .filter(page -> !page.settings().isEmpty())
                .map(SettingsPage.class::cast)
                .toList());
    }
}
