package org.waystation.plugins.unload;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** Points at a class loader without holding it; the search in the heap finds the loader by it. */
final class LoaderMark extends WeakReference<ClassLoader> {

    LoaderMark(ClassLoader loader, ReferenceQueue<ClassLoader> collected) {
        super(loader, collected);
    }
}
