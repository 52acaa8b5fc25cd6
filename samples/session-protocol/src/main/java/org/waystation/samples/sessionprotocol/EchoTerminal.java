package org.waystation.samples.sessionprotocol;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;

/** Says back what was written. */
final class EchoTerminal implements TerminalChannel {

    private static final byte[] END = {};

    private final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    private byte[] rest = END;
    private int at;

    @Override
    public int read(byte[] buffer) throws IOException {
        try {
            if (at == rest.length) {
                rest = written.take();
                at = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("No longer wanted", e);
        }
        if (rest.length == 0) {
            return -1;
        }
        int length = Math.min(buffer.length, rest.length - at);
        System.arraycopy(rest, at, buffer, 0, length);
        at += length;
        return length;
    }

    @Override
    public void write(byte[] bytes) {
        if (bytes.length > 0) {
            written.add(bytes.clone());
        }
    }

    @Override
    public void resize(TerminalSize size) {
        // What is said back is the same at any size.
    }

    @Override
    public void close() {
        written.add(END);
    }
}
