package org.waystation.shell.internal.late;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentServiceObjects;
import org.waystation.api.plugins.SafeCaller;

/**
 * A service that a plug-in publishes. No code of the plug-in is loaded for it until it is made, which is once.
 *
 * @param <S> the service
 * @param <H> what it says of itself when it is made
 */
public final class LateService<S, H> {

    private final ComponentServiceObjects<S> source;
    private final SafeCaller safe;
    private final String what;
    private final Function<S, H> ask;
    private final ReentrantLock making = new ReentrantLock();
    private volatile Optional<Made<S, H>> made = Optional.empty();
    private volatile boolean released;
    private boolean tried;

    /** The service, and what it said of itself. */
    public record Made<S, H>(S service, H head) {}

    LateService(ComponentServiceObjects<S> source, SafeCaller safe, String what, Function<S, H> ask) {
        this.source = source;
        this.safe = safe;
        this.what = what;
        this.ask = ask;
    }

    /** Whose call it is before there is an object: to be given to {@link SafeCaller} as the target. */
    public Object owner() {
        Bundle bundle = source.getServiceReference().getBundle();
        return bundle == null ? this : bundle;
    }

    /** What was made before; empty where it was not, or could not be. */
    public Optional<Made<S, H>> present() {
        return made;
    }

    /**
     * Makes it where it was not tried before. Code of the plug-in runs on the present thread, so this is for threads of
     * {@link SafeCaller}.
     *
     * @throws IllegalStateException where the plug-in did not come to make it
     */
    public Optional<Made<S, H>> made() {
        making.lock();
        try {
            if (!tried && !released) {
                tried = true;
                make();
            }
            return made;
        } finally {
            making.unlock();
            giveBack();
        }
    }

    private void make() {
        S service = source.getService();
        if (service == null) {
            throw new IllegalStateException("the object behind " + what + " could not be made; the log says why");
        }
        made = safe.here(service, what, () -> new Made<>(service, ask.apply(service)));
    }

    /** Its plug-in leaves. Does not wait for one that hangs as it is made: that is given back when it comes to its end. */
    void release() {
        released = true;
        giveBack();
    }

    private void giveBack() {
        if (released && making.tryLock()) {
            try {
                made.ifPresent(present -> source.ungetService(present.service()));
                made = Optional.empty();
            } finally {
                making.unlock();
            }
        }
    }
}
