package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** A plain surface that follows the theme. */
public class Panel extends Composite implements Ground {

    private final Tone tone;

    public Panel(Composite parent, Look look, Tone tone) {
        this(parent, look, tone, SWT.NONE);
    }

    /** @param style such as {@link SWT#DOUBLE_BUFFERED} for what paints on its surface */
    public Panel(Composite parent, Look look, Tone tone, int style) {
        super(parent, style);
        this.tone = tone;
        Runnable dress = () -> setBackground(look.color(tone));
        dress.run();
        look.onChange(this, dress);
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
