package org.waystation.samples.panel;

import java.util.Set;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.panel.RecordPanel;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.TextLine;

/** Shown in the editor of each ticket. */
@Component
public final class TicketIdentity implements RecordPanel {

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public String title() {
        return "Identity";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void create(Composite parent, Look look, RecordRef record) {
        parent.setLayout(new FillLayout());
        new TextLine(parent, look, TextStyle.BODY, Tone.TEXT).text(sentence(record));
    }

    static String sentence(RecordRef record) {
        return "This " + record.kind() + " is " + record.id();
    }
}
