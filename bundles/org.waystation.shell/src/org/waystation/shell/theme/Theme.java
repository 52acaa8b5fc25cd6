package org.waystation.shell.theme;

import java.util.Map;
import org.eclipse.swt.graphics.RGB;

/**
 * A theme that the technician can choose; declared in a bundle's declarations (see the plug-in guide), or published as a
 * service.
 *
 * @param id names it among all, such as {@code com.acme.sepia}
 * @param dark whether it is dark, as native widgets want to know
 * @param colors where it differs from the standard light or dark theme
 */
public record Theme(String id, String name, boolean dark, Map<Tone, RGB> colors) {

    public Theme {
        colors = Map.copyOf(colors);
    }
}
