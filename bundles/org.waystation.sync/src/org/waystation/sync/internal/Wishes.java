package org.waystation.sync.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.StoreException;

/** What somebody wants to take along; kept with the profile's data. Thread-safe. */
final class Wishes {

    private static final String COLLECTION = "sync";
    private static final String SCOPE = "scope";

    private final Documents documents;
    private @Nullable SyncScope scope;

    Wishes(Documents documents) {
        this.documents = documents;
    }

    synchronized SyncScope scope() throws StoreException {
        SyncScope known = scope;
        if (known == null) {
            Optional<byte[]> kept = documents.find(COLLECTION, SCOPE);
            known = kept.map(bytes -> ScopeText.read(new String(bytes, StandardCharsets.UTF_8)))
                    .orElseGet(SyncScope::everything);
            scope = known;
        }
        return known;
    }

    synchronized void scope(SyncScope wanted) throws StoreException {
        byte[] text = ScopeText.of(wanted).getBytes(StandardCharsets.UTF_8);
        documents.write(List.of(new Change(COLLECTION, SCOPE, text)));
        scope = wanted;
    }
}
