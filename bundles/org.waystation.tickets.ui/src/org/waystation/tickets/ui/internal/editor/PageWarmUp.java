package org.waystation.tickets.ui.internal.editor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Loads the classes of the ticket page on a thread that nobody waits for. The first page would otherwise hold the window
 * for as long as that takes, which is several times what its widgets take.
 */
public final class PageWarmUp implements Runnable {

    private static final Logger LOG = System.getLogger(PageWarmUp.class.getName());

    @Override
    public void run() {
        Bundle bundle = FrameworkUtil.getBundle(PageWarmUp.class);
        BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return; // the plug-in has gone meanwhile
        }
        String folder = PageWarmUp.class.getPackageName().replace('.', '/');
        for (String file : wiring.listResources(folder, "*.class", BundleWiring.LISTRESOURCES_LOCAL)) {
            if (bundle.getState() != Bundle.ACTIVE) {
                return; // what nobody will open need not be loaded
            }
            load(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        }
    }

    private static void load(String name) {
        if (name.endsWith("package-info")) {
            return;
        }
        try {
            Class.forName(name, true, PageWarmUp.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
            LOG.log(Level.DEBUG, "A class of the ticket page waits for its first use", e);
        }
    }
}
