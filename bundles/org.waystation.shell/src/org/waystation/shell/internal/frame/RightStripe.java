package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import org.eclipse.swt.widgets.Composite;

/** The stripe at the right edge of the window. */
public final class RightStripe {

    @PostConstruct
    void create(Composite trim, FrameDresser dresser) {
        dresser.stripe(trim, false);
    }
}
