package org.waystation.store.internal.blob;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.StoreException;
import org.waystation.store.blob.KeyOwner;

/** Data keys of contents: 256 random bits for each company, kept in the encrypted database. */
final class BlobKeys {

    private static final String COLLECTION = "blob.keys";
    private static final String PROFILE = "profile";

    private final Documents documents;
    private final SecureRandom random = new SecureRandom();

    BlobKeys(Documents documents) {
        this.documents = documents;
    }

    /** A copy of the key; whoever gets it wipes it. Empty where nothing was ever kept for this owner. */
    Optional<byte[]> find(KeyOwner owner) throws StoreException {
        return documents.find(COLLECTION, name(owner));
    }

    synchronized byte[] findOrMake(KeyOwner owner) throws StoreException {
        Optional<byte[]> known = find(owner);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fresh = new byte[BlobCipher.KEY_LENGTH];
        random.nextBytes(fresh);
        documents.write(List.of(new Change(COLLECTION, name(owner), fresh)));
        return fresh;
    }

    /** All that have a key, but for the profile itself. */
    Set<UUID> companies() throws StoreException {
        Set<UUID> companies = new HashSet<>();
        for (Document document : documents.all(COLLECTION)) {
            Arrays.fill(document.body(), (byte) 0);
            if (!document.key().equals(PROFILE)) {
                companies.add(UUID.fromString(document.key()));
            }
        }
        return companies;
    }

    synchronized void forget(KeyOwner owner) throws StoreException {
        documents.write(List.of(new Change(COLLECTION, name(owner), null)));
    }

    private static String name(KeyOwner owner) {
        return owner.company().map(Object::toString).orElse(PROFILE);
    }
}
