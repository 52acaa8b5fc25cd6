package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.ArrayTerminalDataStream;
import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.HyperlinkStyle.HighlightMode;
import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.TerminalMode;
import com.techsenger.jeditermfx.core.TerminalOutputStream;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.emulator.JediEmulator;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseMode;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.LinesBuffer;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalLine;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkInfo;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkResultItem;
import com.techsenger.jeditermfx.core.model.hyperlinks.TextProcessing;
import com.techsenger.jeditermfx.core.util.TermSize;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.waystation.api.session.TerminalSize;

/**
 * A terminal without a screen. Output is fed on one thread in slices; between two slices others may look at it, in the
 * order in which they came, so that no flood keeps the screen from being painted.
 */
final class Emulation {

    private static final int SLICE = 4 * 1024;
    /** Lines that a program on the alternate screen may let scroll off. */
    private static final int BESIDE_MOST = 2_000;

    private static final Logger LOG = System.getLogger(Emulation.class.getName());

    private final ReentrantLock lock = new ReentrantLock(true);
    private final EmulationDisplay display;
    private final StyleState styles = new StyleState();
    private final TerminalTextBuffer buffer;
    private final JediTerminal terminal;
    private final Refill stream = new Refill();
    private final JediEmulator emulator;
    private final StreamGuard guard;
    private final ScrollBack scrollBack = new ScrollBack();
    private final Consumer<byte[]> answers;
    private final StringBuilder allowed = new StringBuilder();
    private final ByteBuffer rest = ByteBuffer.allocate(8);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** @param answers takes what the terminal sends to the remote machine: keys, mouse, reports */
    Emulation(TerminalSize size, Consumer<byte[]> answers) {
        this.answers = answers;
        this.display = new EmulationDisplay();
        this.buffer = new TerminalTextBuffer(size.columns(), size.rows(), styles, -1, new SentLinks());
        this.terminal = new JediTerminal(display, buffer, styles);
        this.emulator = new JediEmulator(stream, terminal);
        this.guard = new StreamGuard(new Aside(), buffer::getHeight);
        terminal.setTerminalOutput(new Answers());
        terminal.setModeEnabled(TerminalMode.AltSendsEscape, true);
    }

    EmulationDisplay display() {
        return display;
    }

    /** @param bytes UTF-8, possibly cut within a character */
    void feed(byte[] bytes, int length) {
        for (int from = 0; from < length; from += SLICE) {
            int count = Math.min(SLICE, length - from);
            lock.lock();
            try {
                feedSlice(bytes, from, count);
            } finally {
                lock.unlock();
            }
        }
    }

    private void feedSlice(byte[] bytes, int from, int count) {
        ByteBuffer in = ByteBuffer.allocate(rest.position() + count);
        in.put(rest.flip()).put(bytes, from, count).flip();
        rest.clear();
        CharBuffer decoded = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, decoded, false);
        rest.put(in);
        allowed.setLength(0);
        guard.filter(decoded.flip(), allowed);
        boolean beside = buffer.isUsingAlternateBuffer();
        int before = buffer.getHistoryLinesCount();
        emulate();
        if (!beside && !buffer.isUsingAlternateBuffer() && buffer.getHistoryLinesCount() < before) {
            scrollBack.clear(); // the machine has cleared what had scrolled off
        }
        keepBounds();
    }

    private void keepBounds() {
        LinesBuffer own = buffer.getHistoryBuffer();
        if (!buffer.isUsingAlternateBuffer()) {
            scrollBack.takeFrom(own);
        } else if (own.getLineCount() > BESIDE_MOST) {
            own.removeTopLines(own.getLineCount() - BESIDE_MOST / 2);
        }
    }

    /** What was let through goes to the emulator. */
    private void emulate() {
        stream.refill(allowed);
        allowed.setLength(0);
        emulator.resetEof();
        while (!stream.isEmpty()) {
            try {
                emulator.next();
            } catch (IOException e) {
                throw new IllegalStateException("A stream in memory failed", e);
            } catch (RuntimeException e) {
                // A sequence that the emulator has no answer to costs that sequence, not the session.
                LOG.log(Level.DEBUG, "The emulator failed at a sequence", e);
            }
        }
    }

    /** Looks at the terminal while nothing changes it; false where it was busy for longer than a moment. */
    boolean look(Runnable look, long millis) {
        try {
            if (!lock.tryLock(millis, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            look.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** May take a while where there is much to wrap anew. */
    void resize(TerminalSize size) {
        lock.lock();
        try {
            terminal.resize(new TermSize(size.columns(), size.rows()), RequestOrigin.User);
        } finally {
            lock.unlock();
        }
    }

    // What follows is to be called within look.

    int columns() {
        return buffer.getWidth();
    }

    int rows() {
        return buffer.getHeight();
    }

    int historyLines() {
        return buffer.getHistoryLinesCount() + packedLines();
    }

    /** Those of the main screen are not reached from the alternate one. */
    private int packedLines() {
        return buffer.isUsingAlternateBuffer() ? 0 : scrollBack.size();
    }

    /** A line: 0 is the screen's first, negative ones have scrolled off. */
    Row row(int index) {
        int own = buffer.getHistoryLinesCount();
        return index >= -own
                ? Row.of(buffer.getLine(index), columns())
                : scrollBack.row(packedLines() + own + index, columns());
    }

    /** Whether a line goes on in the next. */
    boolean wraps(int index) {
        int own = buffer.getHistoryLinesCount();
        return index >= -own ? buffer.getLine(index).isWrapped() : scrollBack.wraps(packedLines() + own + index);
    }

    int cursorColumn() {
        return terminal.getCursorX() - 1;
    }

    int cursorRow() {
        return terminal.getCursorY() - 1;
    }

    // What follows may be called at any time.

    JediTerminal terminal() {
        return terminal;
    }

    boolean wantsMouse() {
        return display.mouseMode() != MouseMode.MOUSE_REPORTING_NONE;
    }

    boolean onAlternateScreen() {
        return buffer.isUsingAlternateBuffer();
    }

    void send(byte[] bytes) {
        answers.accept(bytes);
    }

    /** The emulator's source of characters, filled anew for each slice. */
    private static final class Refill extends ArrayTerminalDataStream {

        Refill() {
            super(new char[SLICE], 0, 0);
        }

        void refill(StringBuilder text) {
            if (myBuf.length < text.length()) {
                myBuf = new char[text.length()];
            }
            text.getChars(0, text.length(), myBuf, 0);
            myOffset = 0;
            myLength = text.length();
        }
    }

    private final class Answers implements TerminalOutputStream {

        @Override
        public void sendBytes(byte[] response, boolean userInput) {
            answers.accept(response);
        }

        @Override
        public void sendString(String text, boolean userInput) {
            answers.accept(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class Aside implements StreamGuard.Asides {

        @Override
        public void title(String title) {
            display.setWindowTitle(title);
        }

        @Override
        public void cursorShape(int shape) {
            display.shape(shape);
        }

        @Override
        public void colorAsked(int which) {
            emulate(); // so that answers come in the order of the questions
            Color color = which == 10 ? display.getWindowForeground() : display.getWindowBackground();
            answers.accept(
                    ("\u001b]" + which + ";" + color.toXParseColor() + "\u001b\\").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void secondaryAttributesAsked() {
            emulate();
            answers.accept("\u001b[>0;0;0c".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Keeps links that the machine sent with their cells; those in plain text are looked for when they are pointed at. */
    private static final class SentLinks extends TextProcessing {

        SentLinks() {
            super(new TextStyle(), HighlightMode.ALWAYS_WITH_ORIGINAL_COLOR);
        }

        @Override
        public void processHyperlinks(LinesBuffer lines, TerminalLine updated) {
            // Not at each line that is printed.
        }

        @Override
        public List<LinkResultItem> applyFilter(String target) {
            return List.of(new LinkResultItem(0, target.length(), new Target(target)));
        }
    }

    /** Keeps the target of a link with the cells that show it. */
    static final class Target extends LinkInfo {

        private final String target;

        Target(String target) {
            super(() -> {});
            this.target = target;
        }

        String target() {
            return target;
        }
    }
}
