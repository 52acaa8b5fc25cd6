package org.waystation.sessions.internal.recording;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.waystation.api.session.Recording.Event;
import org.waystation.api.session.Recording.Output;
import org.waystation.api.session.Recording.Resized;
import org.waystation.api.session.TerminalSize;

/**
 * Records a terminal while it runs. Only what the terminal printed is recorded, never what was typed, so that a password
 * typed without an echo is not in it. A disk that fills ends the recording, not the session.
 */
public final class RecordingWriter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RecordingWriter.class.getName());
    private static final int PIECE = 64 * 1024;
    private static final long NANOS = 1_000_000;
    private static final long PIECE_MILLIS = 2_000;

    /** A flood must not fill the disk. */
    private static final long CHARACTERS_MOST = 256L * 1024 * 1024;

    private final DataOutputStream out;
    private final SealedFile sealed;
    private final CastLines lines = new CastLines();
    private final StringBuilder piece = new StringBuilder();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer rest = ByteBuffer.allocate(8);
    private final long began = System.nanoTime();
    private long pieceBegan;
    private long written;
    private boolean broken;

    RecordingWriter(DataOutputStream out, SealedFile sealed, String header) throws IOException {
        this.out = out;
        this.sealed = sealed;
        piece.append(header);
        writePiece();
    }

    /** @param bytes valid during the call only */
    public synchronized void output(byte[] bytes, int length) {
        ByteBuffer in = ByteBuffer.allocate(rest.position() + length);
        in.put(rest.flip()).put(bytes, 0, length).flip();
        rest.clear();
        CharBuffer decoded = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, decoded, false);
        rest.put(in); // the beginning of a character whose end comes later
        add(new Output(at(), decoded.flip().toString()));
    }

    public synchronized void resized(TerminalSize size) {
        add(new Resized(at(), size));
    }

    private long at() {
        return (System.nanoTime() - began) / NANOS;
    }

    private void add(Event event) {
        if (broken) {
            return;
        }
        try {
            if (piece.isEmpty()) {
                pieceBegan = event.at();
            }
            piece.append(lines.event(event));
            if (piece.length() >= PIECE || event.at() - pieceBegan >= PIECE_MILLIS) {
                writePiece();
            }
        } catch (IOException e) {
            broken = true;
            LOG.log(Level.ERROR, "The recording ends here", e);
        }
    }

    private void writePiece() throws IOException {
        sealed.write(out, piece.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        written += piece.length();
        piece.setLength(0);
        if (written > CHARACTERS_MOST) {
            throw new IOException("The recording has reached its greatest size.");
        }
    }

    @Override
    public synchronized void close() {
        try (out) {
            if (!broken && !piece.isEmpty()) {
                writePiece();
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The end of the recording could not be written", e);
        }
        broken = true;
    }
}
