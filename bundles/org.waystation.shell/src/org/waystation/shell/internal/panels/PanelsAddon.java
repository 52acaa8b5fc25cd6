package org.waystation.shell.internal.panels;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.waystation.shell.panel.RecordPanels;
import org.waystation.shell.theme.Look;

/** Publishes the place for panels once there is a look. */
public final class PanelsAddon {

    private final ServiceRegistration<RecordPanels> places;

    @Inject
    public PanelsAddon(Look look, GuestPanels panels) {
        RecordPanels service = (parent, record) -> new PanelPlace(parent, look, panels, record);
        places = FrameworkUtil.getBundle(getClass())
                .getBundleContext()
                .registerService(RecordPanels.class, service, null);
    }

    @PreDestroy
    void withdraw() {
        places.unregister();
    }
}
