package org.waystation.sessions.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.session.SessionProtocol;
import org.waystation.api.session.SessionService.ProtocolName;

/** The protocols that are there now. */
@Component(service = Protocols.class)
public final class Protocols {

    private final Map<String, SessionProtocol> byId = new ConcurrentHashMap<>();

    @Activate
    public Protocols() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProtocol(SessionProtocol protocol) {
        byId.put(protocol.id(), protocol);
    }

    void removeProtocol(SessionProtocol protocol) {
        byId.remove(protocol.id(), protocol);
    }

    Optional<SessionProtocol> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<ProtocolName> names() {
        return byId.values().stream()
                .map(protocol -> new ProtocolName(protocol.id(), protocol.label(), protocol.defaultPort()))
                .sorted(Comparator.comparing(ProtocolName::label))
                .toList();
    }
}
