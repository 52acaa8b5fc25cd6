package org.waystation.shell.internal.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.search.SearchProvider;
import org.waystation.shell.internal.late.LateService;
import org.waystation.shell.internal.late.LateServices;

/** The providers that plug-ins publish; they come and go with their plug-ins, and are made when the sheet is first opened. */
@Component(service = SearchProviders.class)
public final class SearchProviders {

    /** The sheet is open by then; who is later joins it late. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final SafeCaller safe;
    private final LateServices<SearchProvider, SearchProvider> providers;

    @Activate
    public SearchProviders(@Reference SafeCaller safe) {
        this.safe = safe;
        this.providers = new LateServices<>(
                safe, GuardedProvider.HEAD, (SearchProvider provider) -> GuardedProvider.of(provider, safe));
    }

    @Reference(
            service = SearchProvider.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ComponentServiceObjects<SearchProvider> provider) {
        providers.add(provider);
    }

    void remove(ComponentServiceObjects<SearchProvider> provider) {
        providers.remove(provider);
    }

    /**
     * Those that were made before.
     *
     * @param coming gets each of the others on a thread of its own, when it is made
     */
    List<SearchProvider> now(Consumer<SearchProvider> coming) {
        List<SearchProvider> now = new ArrayList<>();
        for (LateService<SearchProvider, SearchProvider> provider : providers.all()) {
            Optional<SearchProvider> present = provider.present().map(LateService.Made::head);
            present.ifPresentOrElse(now::add, () -> make(provider, coming));
        }
        return now;
    }

    private void make(LateService<SearchProvider, SearchProvider> provider, Consumer<SearchProvider> coming) {
        safe.call(provider.owner(), GuardedProvider.HEAD, DEADLINE, () -> provider.made())
                .thenAccept(made -> made.map(LateService.Made::head).ifPresent(coming));
    }
}
