package org.waystation.shell.internal.status;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.status.StatusItem;
import org.waystation.api.status.StatusText;
import org.waystation.shell.edit.Closing;

/** The status items that plug-ins publish, each with what it said last. */
@Component(service = StatusItems.class)
public final class StatusItems {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Longer than anything that belongs into a status bar. */
    private static final int LONGEST = 60;

    private final SafeCaller safe;
    private final Map<StatusItem, Standing> items = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What is known of one item. */
    private static final class Standing {
        private final String id;
        private final int order;
        private final AtomicBoolean asked = new AtomicBoolean();
        private volatile StatusText text = new StatusText("", "", false);
        private volatile AutoCloseable listening = () -> {};

        Standing(String id, int order) {
            this.id = id;
            this.order = order;
        }
    }

    /** An item as the bar shows it. */
    record Shown(String id, StatusText text, Runnable press) {}

    @Activate
    public StatusItems(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(StatusItem item) {
        safe.here(item, "its status item", () -> new Standing(item.id(), item.order()))
                .ifPresent(standing -> {
                    items.put(item, standing);
                    safe.here(item, "listen to its status", () -> item.listen(() -> ask(item, standing)))
                            .ifPresent(handle -> standing.listening = handle);
                    ask(item, standing);
                });
    }

    void remove(StatusItem item) {
        Standing standing = items.remove(item);
        if (standing != null) {
            safe.run(item, "end listening to its status", () -> Closing.quietly(standing.listening));
            changed();
        }
    }

    /** Those that have something to say, in their order. */
    List<Shown> now() {
        return items.entrySet().stream()
                .filter(each -> !each.getValue().text.text().isEmpty())
                .sorted(Comparator.comparingInt(each -> each.getValue().order))
                .map(each -> new Shown(
                        each.getValue().id,
                        each.getValue().text,
                        () -> safe.run(each.getKey(), "a click on its status", each.getKey()::press)))
                .toList();
    }

    /** Calls the listener, on any thread, after there is something else to show. */
    AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** One question at a time for each item, however often it says that it changed. */
    private void ask(StatusItem item, Standing standing) {
        if (!standing.asked.compareAndSet(false, true)) {
            return;
        }
        safe.call(item, "its status", DEADLINE, () -> {
                    standing.asked.set(false);
                    return cut(item.now());
                })
                .whenComplete((text, failure) -> {
                    standing.asked.set(false);
                    standing.text = text == null ? new StatusText("", "", false) : text;
                    changed();
                });
    }

    private static StatusText cut(StatusText text) {
        String words = text.text().strip();
        return words.length() <= LONGEST
                ? text
                : new StatusText(words.substring(0, LONGEST - 1) + "…", text.hover(), text.attention());
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
