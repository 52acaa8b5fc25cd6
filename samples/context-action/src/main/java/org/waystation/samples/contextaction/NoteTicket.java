package org.waystation.samples.contextaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Alt+Enter on a ticket. */
@Component
public final class NoteTicket implements ContextAction {

    private final Notifications notifications;

    @Activate
    public NoteTicket(@Reference Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return Optional.of("Show the id of this ticket");
    }

    @Override
    public void run(RecordRef record) {
        notifications.show(new Notification(
                Notification.Level.INFO, "Ticket ids", "id", "This ticket is " + record.id(), "", List.of()));
    }
}
