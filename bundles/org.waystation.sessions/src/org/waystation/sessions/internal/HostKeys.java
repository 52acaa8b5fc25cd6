package org.waystation.sessions.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.session.KnownHosts;

/** The lists of known hosts that are there now; they come and go with the protocols that keep them. */
@Component(service = HostKeys.class)
public final class HostKeys {

    private final List<KnownHosts> lists = new CopyOnWriteArrayList<>();

    @Activate
    public HostKeys() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHosts(KnownHosts hosts) {
        lists.add(hosts);
    }

    void removeHosts(KnownHosts hosts) {
        lists.remove(hosts);
    }

    /** Forgets a host in all of them. */
    CompletableFuture<Void> forget(String address) {
        return CompletableFuture.allOf(lists.stream()
                .map(hosts -> hosts.forget(address).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }
}
