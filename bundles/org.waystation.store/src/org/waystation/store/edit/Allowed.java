package org.waystation.store.edit;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Backend;

/**
 * What may be done with a record: as the server said with it, and of one that was made here and that no server has answered
 * about yet, as the backend declares of its kind.
 */
@Component(service = Allowed.class)
public final class Allowed {

    private final AtomicReference<@Nullable Backend> backend = new AtomicReference<>();

    @Activate
    public Allowed() {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindBackend(Backend service) {
        backend.set(service);
    }

    public void unbindBackend(Backend service) {
        backend.compareAndSet(service, null);
    }

    /** Whether there is any use in making a record of a kind: not where the backend says that it would keep none. */
    public boolean mayMake(EntityKind kind) {
        Backend server = backend.get();
        return server == null
                || server.actionsOfNew(kind)
                        .said()
                        .map(words -> !words.isEmpty())
                        .orElse(true);
    }

    /** The record with what may be done with it. */
    public EntityRecord on(EntityRecord record) {
        Backend server = backend.get();
        if (server == null || record.version() > 0 || record.actions().said().isPresent()) {
            return record;
        }
        return new EntityRecord(
                record.kind(),
                record.id(),
                record.version(),
                record.sequence(),
                record.data(),
                server.actionsOfNew(record.kind()));
    }
}
