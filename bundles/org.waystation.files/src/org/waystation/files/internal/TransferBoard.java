package org.waystation.files.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.files.ContentState;

/** How far contents are that are on their way right now, and what became of downloads that failed. */
@Component(service = TransferBoard.class)
public final class TransferBoard {

    private final Map<UUID, ContentState> underWay = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public TransferBoard() {}

    Optional<ContentState> of(UUID attachmentId) {
        return Optional.ofNullable(underWay.get(attachmentId));
    }

    void show(UUID attachmentId, ContentState state) {
        if (!state.equals(underWay.put(attachmentId, state))) {
            listeners.forEach(listener -> listener.accept(attachmentId));
        }
    }

    /** It is not on its way any more. */
    void clear(UUID attachmentId) {
        if (underWay.remove(attachmentId) != null) {
            listeners.forEach(listener -> listener.accept(attachmentId));
        }
    }

    AutoCloseable listen(Consumer<UUID> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
