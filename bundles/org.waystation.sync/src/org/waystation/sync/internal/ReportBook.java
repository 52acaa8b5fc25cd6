package org.waystation.sync.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.SyncFacts.Check;
import org.waystation.api.sync.SyncReport;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.StoreException;

/** Keeps what the last syncs did, in the profile's encrypted data. Writes on the desk's thread, so no turn waits for it. */
final class ReportBook {

    static final int KEPT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ReportBook.class);
    private static final String COLLECTION = "sync.report";
    private static final String FACTS = "sync";
    private static final String CHECK = "check";

    /** So many more are let grow before the oldest go, so that not every report takes one away. */
    private static final int SLACK = 50;

    private final Documents documents;
    private final ExecutorService desk;
    private final FactsBoard facts;
    private int written;

    ReportBook(Documents documents, ExecutorService desk, FactsBoard facts) {
        this.documents = documents;
        this.desk = desk;
        this.facts = facts;
    }

    /** What was known at the end of the last run; to be called on the desk's thread. */
    void recall() throws StoreException {
        documents
                .find(FACTS, CHECK)
                .flatMap(bytes -> ReportText.check(new String(bytes, StandardCharsets.UTF_8)))
                .ifPresent(facts::checked);
    }

    void add(SyncReport report) {
        if (report.tellsSomething()) {
            onDesk(() -> write(report));
        }
    }

    void checked(SelfCheck.Found found, Instant at) {
        Check check = new Check(at, found.compared(), found.healed());
        facts.checked(check);
        onDesk(() -> documents.write(
                List.of(new Change(FACTS, CHECK, ReportText.of(check).getBytes(StandardCharsets.UTF_8)))));
    }

    void holds(SyncScope scope) {
        facts.held(scope);
    }

    private void write(SyncReport report) throws StoreException {
        String key = String.format(Locale.ROOT, "%016d-%06d", report.began().toEpochMilli(), ++written);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(COLLECTION, key, ReportText.of(report).getBytes(StandardCharsets.UTF_8)));
        if (written % SLACK == 1) {
            List<Document> all = documents.all(COLLECTION);
            all.subList(0, Math.max(0, all.size() - KEPT))
                    .forEach(old -> changes.add(new Change(COLLECTION, old.key(), null)));
        }
        documents.write(changes);
        facts.reported();
    }

    /** Last first; to be called on the desk's thread. */
    List<SyncReport> latest() throws StoreException {
        return documents.last(COLLECTION, KEPT).stream()
                .flatMap(document -> ReportText.report(new String(document.body(), StandardCharsets.UTF_8)).stream())
                .toList();
    }

    /** Does something with the store. */
    @FunctionalInterface
    private interface Work {
        void run() throws StoreException;
    }

    private void onDesk(Work work) {
        try {
            desk.execute(() -> {
                try {
                    work.run();
                } catch (StoreException e) {
                    LOG.warn("What a sync did could not be kept.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Sync has ended meanwhile.", e);
        }
    }
}
