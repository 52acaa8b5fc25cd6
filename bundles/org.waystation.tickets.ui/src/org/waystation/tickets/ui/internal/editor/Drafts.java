package org.waystation.tickets.ui.internal.editor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.domain.Visibility;
import org.waystation.api.profile.SealedState;

/**
 * What was typed into compose boxes and not saved yet. It survives the editor, the program and a crash, encrypted with
 * the profile's data. While a draft is being written to the disk, later ones of the same ticket wait and only the last of
 * them is written, so that a fast typist costs a slow disk nothing.
 */
@Component(service = Drafts.class)
public final class Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final String KEY = "tickets.draft.";

    /** Comes once the profile is there. */
    private volatile CompletableFuture<SealedState> sealed = new CompletableFuture<>();

    /** What is newer than the disk, until it is there. */
    private final Map<UUID, Draft> unwritten = new HashMap<>();

    private final Set<UUID> writing = new HashSet<>();

    /** An unfinished note; nothing is left to keep of a blank one. */
    public record Draft(String body, Visibility visibility) {

        private String written() {
            return visibility.code() + "\n" + body;
        }

        private static Draft read(String written) {
            int end = written.indexOf('\n');
            return new Draft(written.substring(end + 1), new Visibility(written.substring(0, end)));
        }
    }

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

    /** The draft of a ticket, as soon as the profile's data can be read; empty where there is none. */
    public CompletionStage<Optional<Draft>> of(UUID ticket) {
        synchronized (this) {
            Draft newest = unwritten.get(ticket);
            if (newest != null) {
                return CompletableFuture.completedStage(Optional.of(newest).filter(draft -> !isBlank(draft)));
            }
        }
        return sealed.thenCompose(state -> state.get(KEY + ticket)).thenApply(found -> found.map(Draft::read));
    }

    /** Keeps a draft; a blank one is forgotten. */
    public void keep(UUID ticket, Draft draft) {
        synchronized (this) {
            unwritten.put(ticket, draft);
            if (!writing.add(ticket)) {
                return; // written when the one before is
            }
        }
        sealed.thenAccept(state -> write(state, ticket));
    }

    private void write(SealedState state, UUID ticket) {
        Draft draft;
        synchronized (this) {
            draft = Objects.requireNonNull(unwritten.get(ticket));
        }
        CompletionStage<Void> write =
                isBlank(draft) ? state.remove(KEY + ticket) : state.put(KEY + ticket, draft.written());
        write.whenComplete((done, failure) -> written(state, ticket, draft, failure));
    }

    private void written(SealedState state, UUID ticket, Draft draft, @Nullable Throwable failure) {
        synchronized (this) {
            if (draft.equals(unwritten.get(ticket))) {
                writing.remove(ticket);
                if (failure == null) {
                    unwritten.remove(ticket);
                } else {
                    // Still in memory and in its box; the next key tries again, and saving tells what is wrong.
                    LOG.warn("A draft could not be written: {}", failure.getMessage());
                }
                return;
            }
        }
        write(state, ticket);
    }

    private static boolean isBlank(Draft draft) {
        return draft.body().isBlank();
    }
}
