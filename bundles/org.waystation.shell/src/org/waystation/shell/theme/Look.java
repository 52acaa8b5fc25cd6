package org.waystation.shell.theme;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The look of the present theme. Taken by injection; every method is to be called on the UI thread. Colours, fonts and
 * images belong to the look and are never disposed by who asked for them; they are looked up at each paint, not kept,
 * since they change with the theme.
 */
@ProviderType
public interface Look {

    boolean dark();

    Color color(Tone tone);

    Font font(TextStyle style);

    /**
     * A 16 px line icon, sharp at any zoom.
     *
     * @param name of the icon's SVG without its ending, such as {@code ticket}; an unknown name gives a plain dot
     */
    Image icon(String name, Tone tone);

    /** Calls the listener after the theme has changed, until the control is disposed. */
    void onChange(Control owner, Runnable listener);
}
