package org.waystation.store.internal.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deciphered chunks that were read last. Thread-safe. */
final class ChunkCache {

    private record Key(String file, long chunk) {}

    private final Map<Key, byte[]> chunks;

    /** @param most chunks kept */
    ChunkCache(int most) {
        chunks = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<Key, byte[]> eldest) {
                return size() > most;
            }
        };
    }

    synchronized byte @Nullable [] get(String file, long chunk) {
        return chunks.get(new Key(file, chunk));
    }

    synchronized void put(String file, long chunk, byte[] plain) {
        chunks.put(new Key(file, chunk), plain);
    }

    synchronized void forget(String file) {
        chunks.keySet().removeIf(key -> key.file().equals(file));
    }

    /** Wipes all. */
    synchronized void clear() {
        chunks.values().forEach(plain -> Arrays.fill(plain, (byte) 0));
        chunks.clear();
    }
}
