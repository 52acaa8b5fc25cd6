package org.waystation.shell.internal.actions;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.action.ContextAction;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.internal.late.LateService;
import org.waystation.shell.internal.late.LateServices;
import org.waystation.shell.panel.RecordActions;

/**
 * What the plug-ins offer to do with a record; actions come and go with their plug-ins, and are made when somebody asks.
 */
@Component(service = {ContextActions.class, RecordActions.class})
public final class ContextActions implements RecordActions {

    /** A menu that the technician waits for; who is later is left out. */
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final SafeCaller safe;
    private final LateServices<ContextAction, Set<EntityKind>> actions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public ContextActions(@Reference SafeCaller safe) {
        this.safe = safe;
        this.actions = new LateServices<>(
                safe, "the kinds of its action", (ContextAction action) -> Set.copyOf(action.kinds()));
    }

    @Reference(
            service = ContextAction.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ComponentServiceObjects<ContextAction> action) {
        actions.add(action);
        listeners.forEach(Runnable::run);
    }

    void remove(ComponentServiceObjects<ContextAction> action) {
        actions.remove(action);
        listeners.forEach(Runnable::run);
    }

    @Override
    public CompletionStage<List<Offer>> offers(RecordRef record) {
        List<CompletableFuture<Optional<Offer>>> asked = actions.all().stream()
                .filter(action -> action.present()
                        .map(made -> made.head().contains(record.kind()))
                        .orElse(true))
                .map(action -> ask(action, record))
                .toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(all -> asked.stream()
                        .flatMap(answer -> answer.join().stream())
                        .sorted(Comparator.comparing(Offer::label))
                        .toList());
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private CompletableFuture<Optional<Offer>> ask(
            LateService<ContextAction, Set<EntityKind>> action, RecordRef record) {
        return safe.call(
                        action.owner(),
                        "offer an action",
                        DEADLINE,
                        () -> action.made()
                                .filter(made -> made.head().contains(record.kind()))
                                .flatMap(made -> offer(made.service(), record)))
                .exceptionally(failure -> Optional.empty())
                .toCompletableFuture();
    }

    private Optional<Offer> offer(ContextAction action, RecordRef record) {
        return action.offer(record)
                .map(label -> new Offer(label, () -> safe.run(action, "“" + label + "”", () -> action.run(record))));
    }
}
