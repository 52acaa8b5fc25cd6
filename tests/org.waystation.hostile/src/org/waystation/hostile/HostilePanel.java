package org.waystation.hostile;

import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.panel.RecordPanel;
import org.waystation.shell.theme.Look;

/** Misbehaves as a panel. */
@Component
public final class HostilePanel implements RecordPanel {

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public String title() {
        return "Hostile";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void create(Composite parent, Look look, RecordRef record) {
        parent.setLayout(new FillLayout());
        Label label = new Label(parent, SWT.NONE);
        label.setText("A hostile panel");
        label.setData("org.waystation.id", "hostile.panel");
        Mood.at("panel");
    }
}
