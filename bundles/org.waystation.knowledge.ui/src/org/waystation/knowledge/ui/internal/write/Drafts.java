package org.waystation.knowledge.ui.internal.write;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.profile.SealedState;

/**
 * Texts of articles that are being written. They survive the editor, the program and a crash, encrypted with the
 * profile's data; and which articles are to be written next, as their editor is about to open.
 */
@Component(service = Drafts.class)
public final class Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final String KEY = "org.waystation.knowledge.draft.";

    /** Comes once the profile is there. */
    private volatile CompletableFuture<SealedState> sealed = new CompletableFuture<>();

    private final Map<UUID, Draft> newest = new ConcurrentHashMap<>();
    private final Set<UUID> writeNext = ConcurrentHashMap.newKeySet();

    @Activate
    public Drafts() {
        // Nothing is there at first.
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "drop")
    public void use(SealedState state) {
        if (!sealed.complete(state)) {
            sealed = CompletableFuture.completedFuture(state); // another one took its place
        }
    }

    void drop(SealedState state) {
        if (sealed.getNow(null) == state) {
            sealed = new CompletableFuture<>();
        }
    }

    /** The draft of an article, as soon as the profile's data can be read; empty where there is none. */
    public CompletionStage<Optional<Draft>> of(UUID article) {
        Draft known = newest.get(article);
        if (known != null) {
            return CompletableFuture.completedStage(Optional.of(known));
        }
        return sealed.thenCompose(state -> state.get(KEY + article)).thenApply(found -> found.flatMap(Draft::read));
    }

    /** Keeps a draft; one that changes nothing is forgotten. */
    public void keep(UUID article, Draft draft) {
        if (!draft.changesAnything()) {
            forget(article);
            return;
        }
        newest.put(article, draft);
        String written = draft.written();
        String kept = written.length() <= SealedState.VALUE_MAX
                ? written
                // Of two texts of the greatest length only the new one has room: saving it then replaces the whole
                // text.
                : new Draft(draft.version(), draft.now(), draft.now()).written();
        tell(sealed.thenCompose(state -> state.put(KEY + article, kept)));
    }

    public void forget(UUID article) {
        newest.remove(article);
        tell(sealed.thenCompose(state -> state.remove(KEY + article)));
    }

    /** The next editor of this article begins with writing. */
    public void writeNext(UUID article) {
        writeNext.add(article);
    }

    /** Whether to begin with writing; asked once. */
    public boolean takeWriteNext(UUID article) {
        return writeNext.remove(article);
    }

    private static void tell(CompletionStage<Void> write) {
        write.exceptionally(failure -> {
            // Still in memory and in its box; the next key tries again, and saving tells what is wrong.
            LOG.warn("A draft could not be written: {}", failure.getMessage());
            return null;
        });
    }
}
