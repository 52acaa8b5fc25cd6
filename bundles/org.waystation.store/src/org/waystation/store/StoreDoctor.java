package org.waystation.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waystation.store.internal.Examination;

/** Examines and repairs the local data of a profile that nobody has open. */
public final class StoreDoctor {

    private final Path folder;

    /** @param folder holds the store's files and nothing else */
    public StoreDoctor(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads every page and compares what belongs together. Nothing is changed.
     *
     * @return one sentence for each thing that is wrong; empty where all is well
     * @throws StoreException where the data cannot be opened at all for another reason than damage: a wrong key, a newer
     *     program's format
     */
    public List<String> check(byte[] key) throws StoreException {
        return new Examination(folder).check(key);
    }

    /**
     * Sets damaged data aside and begins a new store with the changes that were not sent yet; the rest comes from the
     * server again. Data that is well is left alone.
     *
     * @return what was done, in words; empty where there was nothing to repair
     */
    public Optional<String> repair(byte[] key) throws StoreException {
        return new Examination(folder).repair(key);
    }
}
