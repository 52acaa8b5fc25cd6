package org.waystation.shell.internal.actions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.action.ContextAction;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.panel.RecordActions;

/** What the plug-ins offer to do with a record; actions come and go with their plug-ins. */
@Component(service = {ContextActions.class, RecordActions.class})
public final class ContextActions implements RecordActions {

    /** A menu that the technician waits for; who is later is left out. */
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final SafeCaller safe;
    private final Map<ContextAction, Set<EntityKind>> actions = new ConcurrentHashMap<>();

    @Activate
    public ContextActions(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ContextAction action) {
        safe.here(action, "the kinds of its action", () -> Set.copyOf(action.kinds()))
                .ifPresent(kinds -> actions.put(action, kinds));
    }

    void remove(ContextAction action) {
        actions.remove(action);
    }

    @Override
    public CompletionStage<List<Offer>> offers(RecordRef record) {
        List<CompletableFuture<Optional<Offer>>> asked = new ArrayList<>();
        actions.forEach((action, kinds) -> {
            if (kinds.contains(record.kind())) {
                asked.add(ask(action, record));
            }
        });
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(all -> asked.stream()
                        .flatMap(answer -> answer.join().stream())
                        .sorted(Comparator.comparing(Offer::label))
                        .toList());
    }

    private CompletableFuture<Optional<Offer>> ask(ContextAction action, RecordRef record) {
        return safe.call(
                        action,
                        "offer an action",
                        DEADLINE,
                        () -> action.offer(record)
                                .map(label -> new Offer(
                                        label, () -> safe.run(action, "“" + label + "”", () -> action.run(record)))))
                .exceptionally(failure -> Optional.empty())
                .toCompletableFuture();
    }
}
