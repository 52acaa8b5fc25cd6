package org.waystation.shell.internal.search;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.search.SearchProvider;

/** The providers that plug-ins publish; they come and go with their plug-ins. */
@Component(service = SearchProviders.class)
public final class SearchProviders {

    private final SafeCaller safe;
    private final Map<SearchProvider, GuardedProvider> providers = new ConcurrentHashMap<>();

    @Activate
    public SearchProviders(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(SearchProvider provider) {
        GuardedProvider.of(provider, safe).ifPresent(guarded -> providers.put(provider, guarded));
    }

    void remove(SearchProvider provider) {
        providers.remove(provider);
    }

    List<SearchProvider> now() {
        return List.copyOf(providers.values());
    }
}
