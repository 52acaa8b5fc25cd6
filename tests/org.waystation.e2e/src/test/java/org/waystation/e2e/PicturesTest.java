package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waystation.testkit.Installation;

/** Each screen of the real product, light and dark, at 100 % and 200 %; the pictures stay in {@code target/pictures}. */
class PicturesTest {

    private static final int FEWEST_COLORS = 60;

    @TempDir
    Path scratch;

    @ParameterizedTest(name = "{0} at {1}00 %")
    @CsvSource({"light, 1", "dark, 1", "light, 2", "dark, 2"})
    void everyScreenShowsInThisThemeAtThisScale(String theme, int scale) throws IOException {
        Path folder = Path.of(System.getProperty("waystation.pictures"), theme + "-" + scale + "00");
        new Pictures(Installation.fromProperties(), scratch)
                .take(List.of(Scene.values()), theme, scale, scene -> folder.resolve(scene.word() + ".png"));
        Set<Integer> different = new HashSet<>();
        for (Scene scene : Scene.values()) {
            BufferedImage image =
                    ImageIO.read(folder.resolve(scene.word() + ".png").toFile());
            assertEquals(Pictures.WIDTH * scale, image.getWidth(), scene + ": width in pixels");
            assertEquals(Pictures.HEIGHT * scale, image.getHeight(), scene + ": height in pixels");
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            double light = brightness(pixels);
            assertTrue(
                    theme.equals("light") ? light > 0.8 : light < 0.35,
                    () -> scene + " is not " + theme + ": " + light);
            assertTrue(colors(pixels) >= FEWEST_COLORS, () -> scene + " shows next to nothing");
            assertTrue(different.add(java.util.Arrays.hashCode(pixels)), () -> scene + " looks like one before it");
        }
        assertEquals(Scene.values().length, folder.toFile().listFiles(File::isFile).length);
    }

    /** Mean of the channels, 0 to 1. */
    private static double brightness(int[] pixels) {
        long sum = 0;
        for (int pixel : pixels) {
            sum += (pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF);
        }
        return sum / (pixels.length * 3.0 * 255);
    }

    private static int colors(int[] pixels) {
        Set<Integer> colors = new HashSet<>();
        for (int pixel : pixels) {
            colors.add(pixel);
        }
        return colors.size();
    }
}
