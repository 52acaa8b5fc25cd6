package org.waystation.store.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Refuses store calls on the UI thread. The shell says which thread that is by publishing a {@link BooleanSupplier} with
 * the property {@code waystation.thread=ui}, true when asked on it; without a shell every thread may call.
 */
@Component(service = ThreadGuard.class)
public final class ThreadGuard {

    private final AtomicReference<@Nullable BooleanSupplier> uiThread = new AtomicReference<>();

    @Activate
    public ThreadGuard() {}

    @Reference(
            target = "(waystation.thread=ui)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void bindUiThread(BooleanSupplier onUiThread) {
        uiThread.set(onUiThread);
    }

    void unbindUiThread(BooleanSupplier onUiThread) {
        uiThread.compareAndSet(onUiThread, null);
    }

    /** Throws where the caller would make the window wait for the disk. */
    void check() {
        BooleanSupplier onUiThread = uiThread.get();
        if (onUiThread != null && onUiThread.getAsBoolean()) {
            throw new IllegalStateException("The store was called on the UI thread: call it in the background.");
        }
    }
}
