package org.waystation.shell.widgets;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.theme.Tone;

/** A surface with a tone of its own; what is painted on it takes that tone for its background. */
public interface Ground {

    Tone tone();

    /** The tone under a control. */
    static Tone under(Control control) {
        for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Ground ground) {
                return ground.tone();
            }
        }
        return Tone.PANEL;
    }
}
