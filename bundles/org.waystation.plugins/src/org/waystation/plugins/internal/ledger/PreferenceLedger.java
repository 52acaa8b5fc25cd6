package org.waystation.plugins.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.preferences.ConfigurationScope;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.ContributionLedger;

/** Takes out the platform's preferences that a plug-in wrote under its own name, once it is removed for good. */
@Component
public final class PreferenceLedger implements ContributionLedger {

    private static final Logger LOG = LoggerFactory.getLogger(PreferenceLedger.class);
    private static final List<IScopeContext> SCOPES = List.of(InstanceScope.INSTANCE, ConfigurationScope.INSTANCE);

    @Activate
    public PreferenceLedger() {
        // Declared so that nothing but the service runtime makes one.
    }

    @Override
    public List<String> withdraw(Set<String> bundles) {
        return List.of();
    }

    @Override
    public List<String> leftover(Set<String> bundles) {
        return List.of();
    }

    @Override
    public List<String> forget(Set<String> bundles) {
        List<String> undone = new ArrayList<>();
        for (String bundle : bundles) {
            for (IScopeContext scope : SCOPES) {
                try {
                    forget(scope.getNode(bundle), undone);
                } catch (BackingStoreException | IllegalStateException e) {
                    LOG.warn("Preferences of {} could not be taken out", bundle, e);
                }
            }
        }
        return undone;
    }

    private static void forget(Preferences node, List<String> undone) throws BackingStoreException {
        int keys = node.keys().length;
        Preferences parent = node.parent();
        node.removeNode();
        parent.flush();
        if (keys > 0) {
            undone.add(keys + (keys == 1 ? " preference" : " preferences"));
        }
    }
}
