package org.waystation.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.waystation.backend.rt.internal.connect.SetupFile;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;

/** A Request Tracker with some tickets, started when the first picture wants it and good for all that follow. */
final class PictureTracker implements AutoCloseable {

    private Optional<RequestTracker> tracker = Optional.empty();

    URI address() throws IOException, InterruptedException {
        if (tracker.isEmpty()) {
            tracker = Optional.of(filled());
        }
        return tracker.get().address();
    }

    private static RequestTracker filled() throws IOException, InterruptedException {
        RequestTracker started = RequestTracker.start(Files.createTempDirectory("tracker"), SetupFile.text());
        try (OtherEyes eyes = new OtherEyes(started.address(), RequestTracker.COLLEAGUE, RequestTracker.PASSWORD)) {
            for (String asks : List.of("bob@acme.test", "carol@globex.test", "bob@acme.test", "eve@initech.test")) {
                eyes.write(
                        "POST",
                        "ticket",
                        "{\"Queue\":\"General\",\"Subject\":\"Printer\",\"Requestor\":\"" + asks + "\"}");
            }
        }
        return started;
    }

    @Override
    public void close() throws IOException {
        if (tracker.isPresent()) {
            tracker.get().close();
        }
    }
}
