package org.waystation.plugins.internal.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Tells that the window has come up, which the platform announces by an event. */
@Component(
        service = {EventHandler.class, WindowThere.class},
        property = "event.topics=org/eclipse/e4/ui/LifeCycle/appStartupComplete")
public final class WindowThere implements EventHandler {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean there;

    @Activate
    public WindowThere() {
        // Declared so that nothing but the service runtime makes one.
    }

    /** Runs something once the window is there: at once, on the caller's thread, where it is already. */
    void then(Runnable listener) {
        synchronized (this) {
            if (!there) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    @Override
    public void handleEvent(Event event) {
        synchronized (this) {
            there = true;
        }
        listeners.forEach(Runnable::run);
        listeners.clear();
    }
}
