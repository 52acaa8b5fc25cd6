package org.waystation.shell.internal.panels;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.record.EntityKind;
import org.waystation.shell.panel.RecordPanel;

/** The panels that plug-ins publish; they come and go with their plug-ins. */
@Component(service = GuestPanels.class)
public final class GuestPanels {

    private final SafeCaller safe;
    private final Map<RecordPanel, Head> panels = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What a panel said of itself when it came. */
    record Head(RecordPanel panel, Set<EntityKind> kinds, String title, int order) {}

    @Activate
    public GuestPanels(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(RecordPanel panel) {
        safe.here(
                        panel,
                        "the head of its panel",
                        () -> new Head(panel, Set.copyOf(panel.kinds()), panel.title(), panel.order()))
                .ifPresent(head -> {
                    panels.put(panel, head);
                    listeners.forEach(Runnable::run);
                });
    }

    void remove(RecordPanel panel) {
        if (panels.remove(panel) != null) {
            listeners.forEach(Runnable::run);
        }
    }

    SafeCaller safe() {
        return safe;
    }

    /** Those for a kind, in their order. */
    List<Head> of(EntityKind kind) {
        return panels.values().stream()
                .filter(head -> head.kinds().contains(kind))
                .sorted(Comparator.comparingInt(Head::order).thenComparing(Head::title))
                .toList();
    }

    /** Calls the listener, on any thread, after a panel has come or gone. */
    AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
