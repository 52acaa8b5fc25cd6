package org.waystation.conformance;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends each request to the next of several servers, as a balancer does: they must behave as one. */
public final class RoundRobin implements Transport {

    private final List<Transport> servers;
    private final AtomicInteger turn = new AtomicInteger();

    public RoundRobin(List<Transport> servers) {
        this.servers = List.copyOf(servers);
    }

    @Override
    public Incoming open(Request request) throws IOException {
        return servers.get(Math.floorMod(turn.getAndIncrement(), servers.size()))
                .open(request);
    }
}
