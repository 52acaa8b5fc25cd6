package org.waystation.store.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.store.Documents;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;

/** Documents in the database's file. */
@Component(service = Documents.class)
public final class StoredDocuments implements Documents {

    private final Database database;

    @Activate
    public StoredDocuments(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<byte[]> find(String collection, String key) throws StoreException {
        return database.read(snapshot -> new DocumentTable(snapshot.session()).find(collection, key));
    }

    @Override
    public List<Document> all(String collection) throws StoreException {
        return database.read(snapshot -> new DocumentTable(snapshot.session()).all(collection));
    }

    @Override
    public List<Document> last(String collection, int limit) throws StoreException {
        return database.read(snapshot -> new DocumentTable(snapshot.session()).last(collection, limit));
    }

    @Override
    public void write(List<Change> changes) throws StoreException {
        database.write(Durability.FULL, transaction -> {
            DocumentTable table = new DocumentTable(transaction.session());
            for (Change change : changes) {
                table.write(change);
            }
            return true;
        });
    }
}
