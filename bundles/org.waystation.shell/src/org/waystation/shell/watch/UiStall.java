package org.waystation.shell.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A time in which the UI thread did not answer.
 *
 * @param began when it was last known to answer
 * @param lasted how long it took until it answered again; as far as it had come when it still did not
 * @param bundle symbolic name of the bundle whose code held it; empty where no bundle of ours or of a plug-in was on the stack
 * @param stack of the UI thread while it was held
 */
public record UiStall(Instant began, Duration lasted, String bundle, List<StackTraceElement> stack) {

    public UiStall {
        stack = List.copyOf(stack);
    }

    /** The stall as lines of text, for a log or a failed test. */
    public String describe() {
        StringBuilder text = new StringBuilder("UI thread held for ")
                .append(lasted.toMillis())
                .append(" ms by ")
                .append(bundle.isEmpty() ? "the platform" : bundle);
        stack.forEach(frame -> text.append("\n\tat ").append(frame));
        return text.toString();
    }
}
