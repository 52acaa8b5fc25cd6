package org.waystation.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/** A picture of the program's window, and what a test can say of it without comparing pixels of different machines. */
public final class ScreenPicture {

    private static final int SAMPLES = 160;
    private static final double MIDDLE = 127.5;

    private final Path file;
    private final BufferedImage image;

    private ScreenPicture(Path file, BufferedImage image) {
        this.file = file;
        this.image = image;
    }

    /** Takes one into the folder of the build's pictures, or a temporary one, once the screen is calm. */
    public static ScreenPicture take(Workstation workstation, String name) {
        try {
            String folder = System.getProperty("waystation.pictures", "");
            Path target = (folder.isBlank() ? Files.createTempDirectory("pictures") : Path.of(folder))
                    .resolve(name + ".png")
                    .toAbsolutePath();
            Files.createDirectories(target.getParent());
            workstation.screen().settle();
            workstation.screen().picture(target);
            return new ScreenPicture(target, ImageIO.read(target.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return file;
    }

    /** How many colours a grid over the part of the window holds; one for a blank one. */
    public int colors(Screen.Seen part) {
        Set<Integer> colors = new HashSet<>();
        each(part, colors::add);
        return colors.size();
    }

    /**
     * How much of the part of the window is of exactly one colour, from 0 to 1.
     *
     * @param rgb such as {@code 0xF4ECD8}
     */
    public double share(Screen.Seen part, int rgb) {
        double[] count = {0, 0};
        each(part, pixel -> {
            count[0] += (pixel & 0xffffff) == rgb ? 1 : 0;
            count[1]++;
        });
        return count[0] / count[1];
    }

    /** Whether the part of the window is rather dark than light. */
    public boolean isDark(Screen.Seen part) {
        double[] sum = {0, 0};
        each(part, rgb -> {
            sum[0] += ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3.0;
            sum[1]++;
        });
        return sum[0] / sum[1] < MIDDLE;
    }

    /** The window stands in the screen's corner, so places of the screen are those of the picture. */
    private void each(Screen.Seen part, java.util.function.IntConsumer pixel) {
        int stepX = Math.max(1, part.width() / SAMPLES);
        int stepY = Math.max(1, part.height() / SAMPLES);
        for (int y = part.y(); y < Math.min(image.getHeight(), part.y() + part.height()); y += stepY) {
            for (int x = part.x(); x < Math.min(image.getWidth(), part.x() + part.width()); x += stepX) {
                pixel.accept(image.getRGB(x, y));
            }
        }
    }
}
