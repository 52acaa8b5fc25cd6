package org.waystation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Mouse and keyboard of the X display, by xdotool: the program cannot tell them from a person's. */
public final class Hands {

    private static final String MILLIS_BETWEEN_KEYS = "12";

    /** Looks at which window is in front are half a second apart. */
    private static final int LOOKS_PER_RETURN = 4;

    private static final int LOOKS_PER_NAME = 3 * LOOKS_PER_RETURN;

    public void click(Screen.Seen target) {
        clickAt(target.x() + target.width() / 2, target.y() + target.height() / 2);
    }

    public void clickAt(int x, int y) {
        xdotool("mousemove", "--sync", String.valueOf(x), String.valueOf(y), "click", "1");
    }

    /** Turns the wheel down by one notch. */
    public void wheel(int x, int y) {
        wheel(x, y, 1);
    }

    /** Turns the wheel down. */
    public void wheel(int x, int y, int notches) {
        xdotool(
                "mousemove", // with --sync it would wait for a pointer that is there
                String.valueOf(x),
                String.valueOf(y),
                "click",
                "--repeat",
                String.valueOf(notches),
                "--delay",
                MILLIS_BETWEEN_KEYS,
                "5");
    }

    /** Drags the middle of the target to another x, in pixels of the screen. */
    public void drag(Screen.Seen target, int toX) {
        int y = target.y() + target.height() / 2;
        int x = target.x() + target.width() / 2;
        xdotool("mousemove", "--sync", String.valueOf(x), String.valueOf(y), "mousedown", "1");
        xdotool("mousemove", "--sync", String.valueOf((x + toX) / 2), String.valueOf(y));
        xdotool("mousemove", "--sync", String.valueOf(toX), String.valueOf(y));
        xdotool("mouseup", "1");
    }

    /** Keys by their X names, such as {@code ctrl+Return}. */
    public void press(String... keys) {
        List<String> command = new ArrayList<>(List.of("key", "--delay", MILLIS_BETWEEN_KEYS));
        command.addAll(Arrays.asList(keys));
        xdotool(command.toArray(String[]::new));
    }

    public void type(String text) {
        xdotool("type", "--delay", MILLIS_BETWEEN_KEYS, "--", text);
    }

    /** Chooses a file in the system's own dialog of that title, which has to come first. */
    public void chooseFile(String title, Path file) {
        awaitWindow(title);
        AtomicInteger looks = new AtomicInteger();
        await("the end of the window " + title, () -> {
            if (!title.equals(activeWindow())) {
                return true;
            }
            int look = looks.getAndIncrement() % LOOKS_PER_NAME;
            if (look == 0) {
                press("ctrl+l");
                // The box comes a moment after its keys and selects what is in it: letters before that would be lost.
                awaitWindow(title);
                press("ctrl+a");
                type(file.toAbsolutePath().toString());
            }
            // The first Return may only close the list of names that complete what was typed. Another one waits until
            // the window has had time to go: it would press what lies behind, such as the button that opens it.
            if (look % LOOKS_PER_RETURN == 0) {
                press("Return");
            }
            return false;
        });
    }

    private static void awaitWindow(String title) {
        await("the window " + title, () -> title.equals(activeWindow()));
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ofMillis(500))
                .pollInterval(Duration.ofMillis(500))
                .until(condition);
    }

    /** The title of the window that has the keyboard; empty while none has it. */
    private static String activeWindow() throws IOException {
        Process process = new ProcessBuilder("xdotool", "getactivewindow", "getwindowname")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static void xdotool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(Arrays.asList(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while typing", e);
        }
    }
}
