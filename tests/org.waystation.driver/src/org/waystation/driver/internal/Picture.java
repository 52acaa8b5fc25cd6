package org.waystation.driver.internal;

import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/** Takes a picture of a window with whatever lies over it, at the screen's own zoom. */
final class Picture {

    private static final int WHOLE = 100; // percent

    /** Gives where in it, in pixels, the window lies without the frame that the window manager puts around it. */
    Rectangle take(Shell shell, Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {pixels(shell)};
        loader.save(file.toString(), SWT.IMAGE_PNG);
        Rectangle whole = shell.getBounds();
        Rectangle inner = shell.getDisplay().map(shell, null, shell.getClientArea());
        int zoom = shell.getDisplay().getPrimaryMonitor().getZoom();
        return new Rectangle(
                (inner.x - whole.x) * zoom / WHOLE,
                (inner.y - whole.y) * zoom / WHOLE,
                inner.width * zoom / WHOLE,
                inner.height * zoom / WHOLE);
    }

    /** Alike for pictures that are alike. */
    String fingerprint(Shell shell) {
        CRC32C sum = new CRC32C();
        sum.update(pixels(shell).data);
        return Long.toHexString(sum.getValue());
    }

    private static ImageData pixels(Shell shell) {
        Rectangle area = shell.getBounds();
        Image image = new Image(shell.getDisplay(), area.width, area.height);
        GC gc = new GC(shell.getDisplay());
        try {
            gc.copyArea(image, area.x, area.y);
            return image.getImageData(shell.getDisplay().getPrimaryMonitor().getZoom());
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
