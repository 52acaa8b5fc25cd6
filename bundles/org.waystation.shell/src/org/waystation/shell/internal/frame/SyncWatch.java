package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncService;
import org.waystation.api.sync.SyncStatus;
import org.waystation.shell.edit.Closing;

/** The sync engine's state on the UI thread, whether or not there is an engine yet. */
public final class SyncWatch {

    private final UISynchronize ui;
    private final Map<Control, Runnable> watchers = new LinkedHashMap<>();
    private final ServiceTracker<SyncService, AutoCloseable> tracker;
    private SyncStatus status = SyncStatus.notConnected();
    private Optional<SyncService> engine = Optional.empty();

    @Inject
    public SyncWatch(UISynchronize ui) {
        this.ui = ui;
        BundleContext bundle = FrameworkUtil.getBundle(getClass()).getBundleContext();
        this.tracker = new ServiceTracker<>(bundle, SyncService.class, new Engines(bundle));
    }

    @PostConstruct
    void open() {
        tracker.open();
    }

    @PreDestroy
    void close() {
        tracker.close();
    }

    public SyncStatus status() {
        return status;
    }

    public Optional<ServerSession> session() {
        return engine.flatMap(SyncService::session);
    }

    public void syncNow() {
        engine.ifPresent(SyncService::syncNow);
    }

    /** Calls the watcher now and after each change, until the control is disposed. To be called on the UI thread. */
    public void onChange(Control owner, Runnable watcher) {
        watchers.put(owner, watcher);
        owner.addDisposeListener(event -> watchers.remove(owner));
        watcher.run();
    }

    private void now(@Nullable SyncService service, SyncStatus next) {
        engine = Optional.ofNullable(service);
        status = next;
        watchers.values().forEach(Runnable::run);
    }

    private final class Engines implements ServiceTrackerCustomizer<SyncService, AutoCloseable> {

        private final BundleContext bundle;

        Engines(BundleContext bundle) {
            this.bundle = bundle;
        }

        @Override
        public AutoCloseable addingService(ServiceReference<SyncService> reference) {
            SyncService service = bundle.getService(reference);
            return service == null ? () -> {} : service.listen(ui::asyncExec, next -> now(service, next));
        }

        @Override
        public void modifiedService(ServiceReference<SyncService> reference, AutoCloseable listening) {
            // Its properties mean nothing to us.
        }

        @Override
        public void removedService(ServiceReference<SyncService> reference, AutoCloseable listening) {
            Closing.quietly(listening);
            bundle.ungetService(reference);
            ui.asyncExec(() -> now(null, SyncStatus.notConnected()));
        }
    }
}
