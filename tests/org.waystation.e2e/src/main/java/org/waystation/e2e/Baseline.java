package org.waystation.e2e;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * How screens are meant to look, in a form that another font, another day of the sample data or another scale does not
 * change: where the named widgets are, and the mean color of each field of a coarse grid over the window. A further widget
 * is no difference, so that a bundle that brings a tool window changes nobody's baseline.
 */
final class Baseline {

    private static final int COLUMNS = 48;
    private static final int ROWS = 30;

    /** How far an edge may be from where it was, in points: widths of texts differ by font and day. */
    private static final int EDGE_TOLERANCE = 40;

    /** From which difference of a channel, 0 to 255, a field counts as another color. */
    private static final int COLOR_TOLERANCE = 36;

    /** Which share of the fields may have another color: other words in the rows, a balloon that has just gone. */
    private static final double FIELDS_TOLERANCE = 0.08;

    /** The words of a line before the name of its widget. */
    private static final int PLACE = 4;

    private final Path folder;

    Baseline(Path folder) {
        this.folder = folder;
    }

    /** What is not as it was, in words; empty where all is. */
    List<String> differences(Scene scene, String theme, Shot shot) throws IOException {
        List<String> found = new ArrayList<>();
        layout(scene, shot.layout(), found);
        colors(scene, theme, shot.picture(), found);
        return found;
    }

    /** Takes it as the way it is meant from now on. */
    void renew(Scene scene, String theme, Shot shot) throws IOException {
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(shot.layout())
                .forEach((id, r) -> lines.append(String.join(
                                " ",
                                String.valueOf(r.x),
                                String.valueOf(r.y),
                                String.valueOf(r.width),
                                String.valueOf(r.height),
                                id))
                        .append('\n'));
        Files.writeString(layoutFile(scene), lines);
        ImageIO.write(coarse(shot.picture()), "png", colorFile(scene, theme).toFile());
    }

    private void layout(Scene scene, Map<String, Rectangle> now, List<String> found) throws IOException {
        Map<String, Rectangle> meant = new TreeMap<>();
        for (String line : Files.readAllLines(layoutFile(scene))) {
            String[] words = line.split(" ", PLACE + 1); // the name comes last: it may have blanks
            meant.put(
                    words[PLACE],
                    new Rectangle(
                            Integer.parseInt(words[0]),
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            Integer.parseInt(words[3])));
        }
        meant.forEach((id, place) -> {
            Rectangle is = now.get(id);
            if (is == null) {
                found.add(id + " is missing");
            } else if (apart(place.x, is.x)
                    || apart(place.y, is.y)
                    || apart(place.x + place.width, is.x + is.width)
                    || apart(place.y + place.height, is.y + is.height)) {
                found.add(id + " is at " + is + " and not at " + place);
            }
        });
    }

    private static boolean apart(int one, int other) {
        return Math.abs(one - other) > EDGE_TOLERANCE;
    }

    private void colors(Scene scene, String theme, BufferedImage picture, List<String> found) throws IOException {
        BufferedImage meant = ImageIO.read(colorFile(scene, theme).toFile());
        BufferedImage is = coarse(picture);
        int different = 0;
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                different += differ(meant.getRGB(x, y), is.getRGB(x, y)) ? 1 : 0;
            }
        }
        double share = different / (double) (COLUMNS * ROWS);
        if (share > FIELDS_TOLERANCE) {
            found.add(Math.round(share * 100) + " % of the picture have another color");
        }
    }

    private static boolean differ(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > COLOR_TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    /** The mean color of each field: halved again and again, since one big step would skip pixels. */
    private static BufferedImage coarse(BufferedImage picture) {
        BufferedImage now = picture;
        while (now.getWidth() > COLUMNS || now.getHeight() > ROWS) {
            int width = Math.max(COLUMNS, now.getWidth() / 2);
            int height = Math.max(ROWS, now.getHeight() / 2);
            BufferedImage next = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = next.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(now, 0, 0, width, height, null);
            graphics.dispose();
            now = next;
        }
        return now;
    }

    private Path layoutFile(Scene scene) {
        return folder.resolve(scene.word() + ".layout");
    }

    private Path colorFile(Scene scene, String theme) {
        return folder.resolve(scene.word() + "-" + theme + ".png");
    }
}
