package org.waystation.shell.panel;

import java.util.Set;
import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.theme.Look;

/** A panel on the record that an editor shows, such as the backups of an asset; published as a service. */
@ConsumerType
public interface RecordPanel {

    /** Of which kinds of record it is shown. */
    Set<EntityKind> kinds();

    /** Its heading, such as "Backups". */
    String title();

    /** Where it stands among the panels, lowest first. */
    int order();

    /**
     * Fills the panel; called on the UI thread for each editor that shows it. What has to be let go of is let go of when
     * the parent is disposed, which also happens when the plug-in leaves.
     *
     * @param parent without a layout
     */
    void create(Composite parent, Look look, RecordRef record);
}
