package org.waystation.shell.internal.theme;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Rasterises one icon on a thread of its own while the framework starts. The first one loads some 800 classes, for which
 * the window's first paint would have to wait.
 */
@Component(
        service = {},
        immediate = true)
public final class IconWarmUp {

    private static final Logger LOG = System.getLogger(IconWarmUp.class.getName());

    @Activate
    public IconWarmUp() {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "icons"));
        thread.execute(IconWarmUp::rasterise);
        thread.shutdown();
    }

    private static void rasterise() {
        try (InputStream icon = IconWarmUp.class.getResourceAsStream("/icons/dot.svg")) {
            int width = new ImageData(icon).width;
            LOG.log(Level.DEBUG, "Icons can be drawn, {0} pixels wide", width);
        } catch (IOException | SWTException e) {
            LOG.log(Level.WARNING, "An icon could not be rasterised", e);
        }
    }
}
