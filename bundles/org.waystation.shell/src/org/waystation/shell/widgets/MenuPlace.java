package org.waystation.shell.widgets;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Where a menu opens. */
final class MenuPlace {

    private static final int GAP = 4;

    private MenuPlace() {}

    /**
     * Below its owner, or above it, within the window where it fits into that at all, else within the screen. One whose
     * owner reaches from edge to edge, such as a whole editor, opens inside the owner at its top. All in points of the
     * display.
     */
    static Rectangle of(Rectangle owner, Point size, Rectangle window, Rectangle screen) {
        Rectangle visible = window.intersection(screen);
        Rectangle room = size.x <= visible.width && size.y <= visible.height ? visible : screen;
        int bottom = room.y + room.height;
        int below = owner.y + owner.height + GAP;
        int above = owner.y - GAP - size.y;
        int y;
        if (below + size.y <= bottom) {
            y = below;
        } else if (owner.height > size.y + 2 * GAP) {
            y = Math.clamp(owner.y + GAP, room.y, bottom - size.y);
        } else {
            y = Math.max(room.y, above);
        }
        int x = Math.max(room.x, Math.min(owner.x, room.x + room.width - size.x));
        return new Rectangle(x, y, size.x, size.y);
    }
}
