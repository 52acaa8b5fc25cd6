package org.waystation.shell.internal.actions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.action.ContextAction;
import org.waystation.api.record.RecordRef;

/** What the plug-ins offer to do with a record. */
@Component(service = ContextActions.class)
public final class ContextActions {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<ContextAction> actions = new CopyOnWriteArrayList<>();

    @Activate
    public ContextActions() {
        // The actions come and go with their plug-ins.
    }

    /** An action and what it would do with the record. */
    public record Offer(String label, ContextAction action) {}

    /** All that apply, by their words. To be called on a worker thread. */
    public List<Offer> offers(RecordRef record) {
        List<Offer> offers = new ArrayList<>();
        for (ContextAction action : actions) {
            if (action.kinds().contains(record.kind())) {
                action.offer(record).ifPresent(label -> offers.add(new Offer(label, action)));
            }
        }
        offers.sort(Comparator.comparing(Offer::label));
        return offers;
    }
}
