package org.waystation.store.edit;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/** The signed-in technician, known offline too once the server was reached. */
@Component(service = Me.class)
public final class Me {

    private final Replica replica;

    @Activate
    public Me(@Reference Replica replica) {
        this.replica = replica;
    }

    public Optional<UUID> id() throws StoreException {
        return replica.session().map(ServerSession::userId);
    }

    public Optional<ServerSession> session() throws StoreException {
        return replica.session();
    }

    public boolean is(Optional<UUID> user) throws StoreException {
        return user.isPresent() && id().equals(user);
    }
}
