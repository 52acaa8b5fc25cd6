package org.waystation.hostile;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.action.ContextAction;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Misbehaves as a context action. */
@Component
public final class HostileAction implements ContextAction {

    @Override
    public Set<EntityKind> kinds() {
        Mood.at("kinds");
        return Set.of(EntityKind.TICKET, new EntityKind("hostileThing"));
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        Mood.at("offer");
        return Optional.of("Misbehave");
    }

    @Override
    public void run(RecordRef record) {
        Mood.at("run");
    }
}
