package org.waystation.shell.panel;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.RecordRef;

/** Gives an editor the place where the panels of plug-ins stand; published as a service. */
@ProviderType
public interface RecordPanels {

    /**
     * Makes the place. Panels come and go in it with their plug-ins; without any it has no height.
     *
     * @return to be laid out by the caller; takes as much height as its panels want at the width it is given
     */
    Control place(Composite parent, RecordRef record);
}
