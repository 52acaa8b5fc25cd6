package org.waystation.shell.internal.frame;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.waystation.shell.frame.FrameModel;

/** The edge a tool window stands at, in the order in which their numbers count. */
public enum Side {
    LEFT("left", 430),
    RIGHT("right", 300),
    BOTTOM("bottom", 240);

    private final String code;
    private final int size;

    Side(String code, int size) {
        this.code = code;
        this.size = size;
    }

    public String code() {
        return code;
    }

    /** Width or height in pixels of a tool window that does not say how large it wants to be. */
    public int size() {
        return size;
    }

    /** Where a tool window stands; left where it says nothing that is known. */
    public static Side of(MPart part) {
        String wanted = part.getPersistedState().get(FrameModel.SIDE);
        for (Side side : values()) {
            if (side.code.equals(wanted)) {
                return side;
            }
        }
        return LEFT;
    }
}
