package org.waystation.tickets.ui.internal.editor;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.domain.Visibility;

/**
 * What was typed into compose boxes and not saved yet. Kept in memory while the program runs, so that closing an editor
 * loses nothing; never on the disk, where it would lie readable.
 */
@Component(service = Drafts.class)
public final class Drafts {

    private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();

    /** An unfinished note. */
    public record Draft(String body, Visibility visibility) {}

    @Activate
    public Drafts() {
        // Nothing is there at first.
    }

    public Optional<Draft> of(UUID ticket) {
        return Optional.ofNullable(drafts.get(ticket));
    }

    /** Keeps a draft; a blank one is forgotten. */
    public void keep(UUID ticket, Draft draft) {
        if (draft.body().isBlank()) {
            drafts.remove(ticket);
        } else {
            drafts.put(ticket, draft);
        }
    }
}
