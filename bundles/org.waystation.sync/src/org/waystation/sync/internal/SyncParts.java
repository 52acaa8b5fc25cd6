package org.waystation.sync.internal;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.waystation.api.notify.Notifications;
import org.waystation.store.Documents;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.Replica;

/**
 * What sync is made of.
 *
 * @param metered whether the network counts what goes over it
 * @param network tells when this machine came to another one
 */
record SyncParts(
        Records records,
        Outbox outbox,
        Replica replica,
        Documents documents,
        Notifications notifications,
        EngineThreads threads,
        EngineTime time,
        RandomGenerator random,
        NetworkSign network,
        BooleanSupplier metered) {}
