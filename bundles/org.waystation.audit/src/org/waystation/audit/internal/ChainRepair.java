package org.waystation.audit.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityKind;
import org.waystation.store.Outbox;
import org.waystation.store.Records;

/** Looks after each refusal of an entry whether the chain can be mended; on a thread of its own. */
@Component(
        immediate = true,
        service = {})
public final class ChainRepair {

    private static final Logger LOG = System.getLogger(ChainRepair.class.getName());

    private final BrokenChain chain;
    private final AutoCloseable commits;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit-chain").daemon().factory());

    @Activate
    public ChainRepair(@Reference StoredAuditTrail trail, @Reference Outbox outbox, @Reference Records records) {
        this.chain = new BrokenChain(trail, outbox);
        this.commits = records.onCommit(commit -> {
            if (commit.everything()
                    || commit.refs().stream().anyMatch(ref -> ref.kind().equals(EntityKind.AUDIT_ENTRY))) {
                ask();
            }
        });
    }

    private void ask() {
        try {
            thread.execute(() -> {
                try {
                    chain.look();
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "The audit trail could not be sent again.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.TRACE, "Closed already.", e);
        }
    }

    @Deactivate
    void close() throws Exception {
        commits.close();
        thread.shutdownNow();
    }
}
