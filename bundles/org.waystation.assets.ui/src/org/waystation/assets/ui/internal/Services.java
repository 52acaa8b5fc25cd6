package org.waystation.assets.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waystation.api.assets.AssetCsv;
import org.waystation.api.assets.AssetHistory;
import org.waystation.api.assets.AssetService;
import org.waystation.api.session.SessionStarter;

/** The services that the asset screens work with; who starts remote sessions may come and go. */
@Component(service = Services.class)
public final class Services {

    private final AssetService assets;
    private final AssetHistory history;
    private final AssetCsv csv;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable SessionStarter sessions;

    @Activate
    public Services(@Reference AssetService assets, @Reference AssetHistory history, @Reference AssetCsv csv) {
        this.assets = assets;
        this.history = history;
        this.csv = csv;
    }

    public AssetService assets() {
        return assets;
    }

    public AssetHistory history() {
        return history;
    }

    public AssetCsv csv() {
        return csv;
    }

    public Optional<SessionStarter> sessions() {
        return Optional.ofNullable(sessions);
    }

    /** Calls the listener, on any thread, after a service of another plug-in has come or gone. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "dropSessions")
    public void useSessions(SessionStarter service) {
        sessions = service;
        listeners.forEach(Runnable::run);
    }

    public void dropSessions(SessionStarter service) {
        sessions = sessions == service ? null : sessions;
        listeners.forEach(Runnable::run);
    }
}
