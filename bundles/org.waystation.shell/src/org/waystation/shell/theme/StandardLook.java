package org.waystation.shell.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.waystation.shell.internal.theme.LookResources;
import org.waystation.shell.internal.theme.Palette;

/** The look of Waystation in its light and its dark theme. The shell makes one for its display; a test makes its own. */
public final class StandardLook implements Look {

    private final Map<Control, List<Runnable>> listeners = new LinkedHashMap<>();
    private LookResources resources;

    /** Lives as long as the display. */
    public StandardLook(Display display, boolean dark) {
        this.resources = new LookResources(display, dark ? Palette.dark() : Palette.light());
        display.disposeExec(() -> resources.dispose());
    }

    /** Changes to the standard dark or light theme. */
    public void useDark(boolean dark) {
        if (dark != dark()) {
            use(dark ? Palette.dark() : Palette.light());
        }
    }

    /** Changes to a theme of a plug-in. */
    public void use(Theme theme) {
        use(Palette.of(theme));
    }

    /** Everybody who listens looks again, then the old images go. */
    private void use(Palette palette) {
        LookResources old = resources;
        resources = old.with(palette);
        List.copyOf(listeners.values()).forEach(each -> List.copyOf(each).forEach(Runnable::run));
        old.disposeIcons();
    }

    @Override
    public boolean dark() {
        return resources.dark();
    }

    @Override
    public Color color(Tone tone) {
        return resources.color(tone);
    }

    @Override
    public Font font(TextStyle style) {
        return resources.font(style);
    }

    @Override
    public Image icon(String name, Tone tone) {
        return resources.icon(name, tone);
    }

    @Override
    public void onChange(Control owner, Runnable listener) {
        List<Runnable> own = listeners.computeIfAbsent(owner, control -> {
            control.addDisposeListener(e -> listeners.remove(control));
            return new ArrayList<>();
        });
        own.add(listener);
    }
}
