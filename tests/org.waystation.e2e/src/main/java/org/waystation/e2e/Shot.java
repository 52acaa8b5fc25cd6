package org.waystation.e2e;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * A screen as it was at one moment.
 *
 * @param picture in pixels, without the window's frame, which is as thick at any scale
 * @param layout where the visible widgets with an id are, in points from the window's corner
 */
record Shot(BufferedImage picture, Map<String, Rectangle> layout) {}
