package org.waystation.shell.internal.late;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.waystation.api.plugins.SafeCaller;

/** The services of one kind that plug-ins publish; they come and go with their plug-ins. */
public final class LateServices<S, H> {

    private final SafeCaller safe;
    private final String what;
    private final Function<S, H> ask;
    private final Map<ServiceReference<S>, LateService<S, H>> services = new ConcurrentHashMap<>();

    /**
     * @param what what each is asked for when it is made, such as "the kinds of its action"
     * @param ask asks a service what it says of itself
     */
    public LateServices(SafeCaller safe, String what, Function<S, H> ask) {
        this.safe = safe;
        this.what = what;
        this.ask = ask;
    }

    public void add(ComponentServiceObjects<S> service) {
        services.put(service.getServiceReference(), new LateService<>(service, safe, what, ask));
    }

    public void remove(ComponentServiceObjects<S> service) {
        Optional.ofNullable(services.remove(service.getServiceReference())).ifPresent(LateService::release);
    }

    public List<LateService<S, H>> all() {
        return List.copyOf(services.values());
    }
}
