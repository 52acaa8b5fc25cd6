package org.waystation.store;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.waystation.api.profile.SealedState;
import org.waystation.api.search.TextSearch;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.Uploads;
import org.waystation.store.internal.Commits;
import org.waystation.store.internal.Database;
import org.waystation.store.internal.StoreNews;
import org.waystation.store.internal.StoredArticleIndex;
import org.waystation.store.internal.StoredAssetIndex;
import org.waystation.store.internal.StoredCompanyIndex;
import org.waystation.store.internal.StoredDocuments;
import org.waystation.store.internal.StoredOutbox;
import org.waystation.store.internal.StoredRecords;
import org.waystation.store.internal.StoredReplica;
import org.waystation.store.internal.StoredSealedState;
import org.waystation.store.internal.StoredTicketIndex;
import org.waystation.store.internal.StoredUploads;
import org.waystation.store.internal.StoredWorkIndex;
import org.waystation.store.internal.TextFeed;
import org.waystation.store.internal.ThreadGuard;
import org.waystation.store.internal.blob.StoredBlobs;
import org.waystation.store.internal.text.StoredTextSearch;
import org.waystation.store.internal.text.TextIndexer;
import org.waystation.store.live.Background;

/** A store outside of the service registry: for tests, simulations and benchmarks that want several of them. */
public final class LocalStore implements AutoCloseable {

    private final Commits commits = new Commits();
    private final Database database;
    private final Records records;
    private final Outbox outbox;
    private final Replica replica;
    private final TicketIndex tickets;
    private final AssetIndex assets;
    private final WorkIndex work;
    private final CompanyIndex companies;
    private final ArticleIndex articles;
    private final Documents documents;
    private final StoredSealedState sealed;
    private final Uploads uploads;
    private final Blobs blobs;
    private final Path folder;
    private @Nullable TextIndexer indexer;
    private @Nullable TextSearch text;

    private LocalStore(Path folder, byte[] key) {
        this.folder = folder;
        this.database = Database.in(
                folder, CompletableFuture.completedFuture(key.clone()), new ThreadGuard(), commits, new StoreNews());
        this.records = new StoredRecords(database, commits);
        this.outbox = new StoredOutbox(database);
        this.replica = new StoredReplica(database);
        this.tickets = new StoredTicketIndex(database);
        this.assets = new StoredAssetIndex(database);
        this.work = new StoredWorkIndex(database);
        this.companies = new StoredCompanyIndex(database);
        this.articles = new StoredArticleIndex(database);
        this.documents = new StoredDocuments(database);
        this.uploads = new StoredUploads(database);
        this.blobs = new StoredBlobs(folder, documents);
        this.sealed = new StoredSealedState(documents);
    }

    /**
     * Opens, or begins, the store in a folder.
     *
     * @param folder holds the store's files and nothing else
     * @param key 256 bits; copied
     * @throws StoreException where it cannot be opened
     */
    public static LocalStore open(Path folder, byte[] key) throws StoreException {
        LocalStore store = new LocalStore(folder, key);
        try {
            store.replica.position(); // waits for the opening, which tells what is wrong
            return store;
        } catch (StoreException e) {
            store.close();
            throw e;
        }
    }

    public Records records() {
        return records;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Replica replica() {
        return replica;
    }

    public TicketIndex tickets() {
        return tickets;
    }

    public ArticleIndex articles() {
        return articles;
    }

    public AssetIndex assets() {
        return assets;
    }

    public WorkIndex work() {
        return work;
    }

    public CompanyIndex companies() {
        return companies;
    }

    /**
     * Waits until nothing goes on in the background, so that what is in the files follows from the calls alone.
     *
     * @throws StoreException where the store is closed or its files cannot be written
     */
    public void awaitQuiet() throws StoreException {
        database.awaitQuiet();
    }

    public Documents documents() {
        return documents;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Blobs blobs() {
        return blobs;
    }

    /** Full-text search; its index follows the store in the background from the first call on. */
    public synchronized TextSearch text() {
        if (text == null) {
            TextFeed feed = new TextFeed(database);
            indexer = new TextIndexer(
                    () -> folder, () -> CompletableFuture.completedFuture(new byte[0]), feed, documents, records);
            text = new StoredTextSearch(indexer, feed, records, new Background());
        }
        return text;
    }

    /** Waits until all that was stored can be found by {@link #text}. */
    public void awaitIndexed() throws Exception {
        text();
        TextIndexer started = indexer;
        if (started != null) {
            database.awaitQuiet(); // a commit that it is told of later would make it look again
            started.awaitUpToDate();
        }
    }

    public SealedState sealed() {
        return sealed;
    }

    /**
     * Lets the database grow by so many pages of 4096 bytes and no more, as a disk that is nearly full does; until it is
     * opened again.
     */
    public void limitGrowth(long pages) throws StoreException {
        database.limitGrowth(pages);
    }

    @Override
    public synchronized void close() {
        if (indexer != null) {
            indexer.close();
        }
        sealed.close();
        database.close();
        commits.close();
    }
}
