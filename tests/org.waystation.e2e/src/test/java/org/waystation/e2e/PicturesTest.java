package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waystation.testkit.Installation;

/** Each screen of the real product, light and dark, at 100 % and 200 %; the pictures stay in {@code target/pictures}. */
class PicturesTest {

    private static final int FEWEST_COLORS = 60;

    private static final Baseline BASELINE = new Baseline(Path.of(System.getProperty("waystation.baseline")));

    private static final PictureTracker TRACKER = new PictureTracker();

    @TempDir
    Path scratch;

    @AfterAll
    static void endTheTracker() throws IOException {
        TRACKER.close();
    }

    @ParameterizedTest(name = "{0} at {1}00 %")
    @CsvSource({"light, 1", "dark, 1", "light, 2", "dark, 2"})
    void everyScreenShowsInThisThemeAtThisScale(String theme, int scale) throws IOException {
        Path folder = Path.of(System.getProperty("waystation.pictures"), theme + "-" + scale + "00");
        Map<Scene, Shot> shots = new Pictures(Installation.fromProperties(), scratch, TRACKER)
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
            assertEquals(
                    List.of(),
                    BASELINE.differences(scene, theme, shots.get(scene)),
                    () -> scene + " is not as it was; where it is meant so: ./waystation screenshot --renew");
            assertTrue(different.add(Arrays.hashCode(pixels)), () -> scene + " looks like one before it");
        }
        assertEquals(Scene.values().length, folder.toFile().listFiles(File::isFile).length);
    }

    @Test
    void theBaselineSeesAnotherThemeAMissingPanelAndOneThatHasMoved() throws IOException {
        BufferedImage dark = new BufferedImage(Pictures.WIDTH, Pictures.HEIGHT, BufferedImage.TYPE_INT_RGB);
        BufferedImage light = new BufferedImage(Pictures.WIDTH, Pictures.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = light.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, Pictures.WIDTH, Pictures.HEIGHT);
        graphics.dispose();
        Rectangle queue = new Rectangle(40, 40, 430, 800);
        Rectangle context = new Rectangle(1100, 40, 300, 800);
        Baseline baseline = new Baseline(scratch);
        Shot meant = new Shot(light, Map.of("queue", queue, "Karin Holm", context));
        baseline.renew(Scene.QUEUE, "light", meant);

        assertEquals(List.of(), baseline.differences(Scene.QUEUE, "light", meant));
        assertEquals(
                List.of("100 % of the picture have another color"),
                baseline.differences(Scene.QUEUE, "light", new Shot(dark, meant.layout())));
        assertEquals(
                List.of("Karin Holm is missing"),
                baseline.differences(Scene.QUEUE, "light", new Shot(light, Map.of("queue", queue))));
        queue.width = 600;
        assertEquals(1, baseline.differences(Scene.QUEUE, "light", meant).size());
    }

    /** Mean of the channels, 0 to 1. */
    private static double brightness(int[] pixels) {
        long sum = 0;
        for (int pixel : pixels) {
            sum += (pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF);
        }
        return sum / (pixels.length * 3.0 * 255);
    }

    /** As many as are asked for; more are not counted. */
    private static long colors(int[] pixels) {
        return Arrays.stream(pixels).distinct().limit(FEWEST_COLORS).count();
    }
}
