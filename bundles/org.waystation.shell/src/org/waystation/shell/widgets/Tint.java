package org.waystation.shell.widgets;

import org.waystation.shell.theme.Tone;

/** A text tone with the background that belongs to it. */
public enum Tint {
    NEUTRAL(Tone.DIM, Tone.HOVER),
    ACCENT(Tone.ACCENT, Tone.ACCENT_BACKGROUND),
    OK(Tone.OK, Tone.OK_BACKGROUND),
    WARN(Tone.WARN, Tone.WARN_BACKGROUND),
    BAD(Tone.BAD, Tone.BAD_BACKGROUND),
    PROACTIVE(Tone.PROACTIVE, Tone.PROACTIVE_BACKGROUND),
    REACTIVE(Tone.REACTIVE, Tone.REACTIVE_BACKGROUND);

    private final Tone text;
    private final Tone background;

    Tint(Tone text, Tone background) {
        this.text = text;
        this.background = background;
    }

    public Tone text() {
        return text;
    }

    public Tone background() {
        return background;
    }
}
