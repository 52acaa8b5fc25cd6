package org.waystation.files.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ContentTransfer;

/** A remote system's contents in memory, with a connection that can be made to break after some bytes. */
final class MemoryTransfer implements ContentTransfer {

    private static final int PIECE = 10_000;

    final Map<String, byte[]> complete = new HashMap<>();
    final Map<UUID, byte[]> attached = new HashMap<>();
    private final Map<String, ByteArrayOutputStream> places = new HashMap<>();
    private long breaksAfter = Long.MAX_VALUE;
    private Optional<BackendException> refusal = Optional.empty();
    private boolean staysDown;
    long bytesSent;
    long bytesFetched;

    synchronized void breakAfter(long bytes) {
        breaksAfter = bytes;
    }

    synchronized void goDownAfter(long bytes) {
        breaksAfter = bytes;
        staysDown = true;
    }

    synchronized void comeBack() {
        breaksAfter = Long.MAX_VALUE;
        staysDown = false;
    }

    synchronized void refuse(BackendException reason) {
        refusal = Optional.of(reason);
    }

    synchronized void forgetPlaces() {
        places.clear();
    }

    Backend backend() {
        return (Backend) Proxy.newProxyInstance(
                MemoryTransfer.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "contents" -> Optional.of(this);
                    case "onAccessChange" -> (AutoCloseable) () -> {};
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private void spend(int bytes) throws BackendException {
        if (breaksAfter < bytes) {
            breaksAfter = staysDown ? 0 : Long.MAX_VALUE;
            throw new BackendException(BackendException.Cause.UNREACHABLE, "The connection broke.");
        }
        breaksAfter -= bytes;
    }

    @Override
    public synchronized void upload(Outgoing content) throws BackendException, IOException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        String place = content.location().filter(places::containsKey).orElse("");
        if (place.isEmpty()) {
            place = "place-" + places.size() + "-" + UUID.randomUUID();
            places.put(place, new ByteArrayOutputStream());
            content.located(Optional.of(place));
        }
        ByteArrayOutputStream taken = places.get(place);
        try (InputStream in = content.open(taken.size())) {
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                spend(piece.length);
                taken.writeBytes(piece);
                bytesSent += piece.length;
                content.sent(taken.size());
            }
        }
        complete.put(sha256(taken.toByteArray()), taken.toByteArray());
    }

    @Override
    public synchronized void download(UUID attachmentId, long from, Sink sink) throws BackendException, IOException {
        byte[] content = attached.get(attachmentId);
        for (int at = Math.toIntExact(from); at < content.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(content, at, Math.min(content.length, at + PIECE));
            spend(piece.length);
            bytesFetched += piece.length;
            sink.write(piece, 0, piece.length);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
