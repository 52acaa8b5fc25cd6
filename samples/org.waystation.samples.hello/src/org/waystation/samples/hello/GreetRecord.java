package org.waystation.samples.hello;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Alt+Enter on a ticket. */
@Component
public final class GreetRecord implements ContextAction {

    private final Greeting greeting;

    @Activate
    public GreetRecord(@Reference Notifications notifications) {
        greeting = new Greeting(notifications);
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return Optional.of("Say hello to this ticket");
    }

    @Override
    public void run(RecordRef record) {
        greeting.to("a ticket");
    }
}
