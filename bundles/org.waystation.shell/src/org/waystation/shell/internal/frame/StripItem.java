package org.waystation.shell.internal.frame;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.PaintedControl;

/** Something painted on a strip that can be pressed. */
abstract class StripItem extends PaintedControl {

    StripItem(Composite parent, Look look, String id) {
        super(parent, look, true, ACC.ROLE_PUSHBUTTON);
        setData("org.waystation.id", "waystation." + id);
    }

    abstract void press();

    /** What it says, as a label has it. */
    @Override
    public String getText() {
        return accessibleName();
    }

    @Override
    protected final void pressed(int x) {
        press();
    }

    @Override
    protected final Tone ground() {
        return Tone.STRIP;
    }
}
