package org.waystation.shell.internal.search;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.search.SearchProvider;

/** The providers that plug-ins publish. */
@Component(service = SearchProviders.class)
public final class SearchProviders {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<SearchProvider> providers = new CopyOnWriteArrayList<>();

    @Activate
    public SearchProviders() {
        // The providers come and go with their plug-ins.
    }

    List<SearchProvider> now() {
        return List.copyOf(providers);
    }
}
