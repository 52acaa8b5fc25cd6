package org.waystation.shell.internal.theme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.waystation.shell.theme.Tone;

/** Line icons, drawn from their SVG in one colour at the zoom at which they are shown. */
final class Icons {

    private static final int SIZE = 16;

    private final Display display;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<Key, Image> images = new HashMap<>();

    private record Key(String name, Tone tone) {}

    Icons(Display display) {
        this.display = display;
    }

    Image get(String name, Tone tone, RGB color) {
        return images.computeIfAbsent(new Key(name, tone), key -> draw(source(name), color));
    }

    void dispose() {
        images.values().forEach(Image::dispose);
        images.clear();
    }

    /** SWT rasterises an SVG at the size it states, so the size is what the zoom changes. */
    private Image draw(String svg, RGB color) {
        String hex = String.format("#%02X%02X%02X", color.red, color.green, color.blue);
        String tinted = svg.replace("currentColor", hex);
        ImageDataProvider provider = zoom -> {
            int pixels = Math.round(SIZE * zoom / 100f);
            String sized = tinted.replace(
                    "width=\"16\" height=\"16\" viewBox", "width=\"" + pixels + "\" height=\"" + pixels + "\" viewBox");
            return new ImageData(new ByteArrayInputStream(sized.getBytes(StandardCharsets.UTF_8)));
        };
        return new Image(display, provider);
    }

    private String source(String name) {
        return sources.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        try (InputStream named = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (named != null) {
                return new String(named.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Icon " + name + " cannot be read.", e);
        }
        if ("dot".equals(name)) {
            throw new IllegalStateException("The icons are missing from this bundle.");
        }
        return read("dot");
    }
}
