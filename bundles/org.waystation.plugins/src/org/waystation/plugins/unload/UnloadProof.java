package org.waystation.plugins.unload;

import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.waystation.plugins.internal.heap.HolderSearch;

/**
 * Watches the class loaders of bundles over their removal.
 *
 * <p>Naming the holder writes a dump of the heap to a temporary file, searches it, and deletes it: for tests and
 * developers, never on a technician's machine, where nothing of the memory may be written in the clear.
 */
public final class UnloadProof {

    private static final int COLLECTIONS = 20;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final List<LoaderMark> marks = new ArrayList<>();

    /** To be made while the bundles are there; a bundle of which no class was loaded is proven already. */
    public UnloadProof(Collection<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && wiring.getClassLoader() != null) {
                marks.add(new LoaderMark(wiring.getClassLoader(), collected));
            }
        }
    }

    /** Whether all were collected; asks the virtual machine for it a few times. */
    public boolean isComplete() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS && !marks.isEmpty(); i++) {
            System.gc();
            for (var gone = collected.remove(100); gone != null; gone = collected.poll()) {
                marks.remove(gone);
            }
        }
        return marks.isEmpty();
    }

    /**
     * Who holds a class loader that was not collected: the chain of references from a root of the virtual machine down
     * to it, one a line; empty where none is left.
     */
    public Optional<String> holder() throws IOException, InterruptedException {
        return isComplete() ? Optional.empty() : Optional.of(HolderSearch.holderOfReferent(LoaderMark.class));
    }
}
