package org.waystation.rt.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.internal.connect.SetupFile;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;
import org.waystation.store.StoreException;

/** One Request Tracker for all tests of the module, and for each test the workstations that it asks for. */
final class RtHouse implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(RtHouse.class);

    /** Ends with the last test. */
    private record Shared(RequestTracker tracker) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            tracker.close();
        }
    }

    /** What a test has. */
    static final class Rooms {

        final RequestTracker tracker;
        final RtIds ids;
        final Edits edits;
        private final List<AutoCloseable> opened = new ArrayList<>();
        private final Path folder;

        Rooms(RequestTracker tracker) throws IOException {
            this.tracker = tracker;
            this.ids = new RtIds(tracker.address().toString());
            this.edits = new Edits(ids);
            this.folder = Files.createTempDirectory("rt-machines");
        }

        private <T extends AutoCloseable> T open(T made) {
            opened.add(made);
            return made;
        }

        RtMachine machine(String name) throws StoreException {
            return open(new RtMachine(
                    folder.resolve(name),
                    tracker.address(),
                    tracker.address(),
                    RequestTracker.TECHNICIAN,
                    RequestTracker.PASSWORD));
        }

        /** Signed in with a token, which names its user itself. */
        RtMachine machineWithToken(String name, String token, LossyWay way) throws StoreException {
            return open(new RtMachine(folder.resolve(name), tracker.address(), way.address(), Method.TOKEN, "", token));
        }

        RtMachine machine(String name, String user, LossyWay way) throws StoreException {
            return open(new RtMachine(
                    folder.resolve(name), tracker.address(), way.address(), user, RequestTracker.PASSWORD));
        }

        LossyWay way() throws IOException {
            return open(new LossyWay(tracker.address()));
        }

        /** The way that a web server with a certificate stands on. */
        LossyWay encrypted(SSLContext identity) throws IOException {
            return open(LossyWay.encrypted(tracker.address(), identity));
        }

        OtherEyes colleague() throws IOException, InterruptedException {
            return open(new OtherEyes(tracker.address(), RequestTracker.COLLEAGUE, RequestTracker.PASSWORD));
        }

        OtherEyes admin() throws IOException, InterruptedException {
            return open(new OtherEyes(tracker.address(), RequestTracker.ADMIN, RequestTracker.ADMIN_PASSWORD));
        }

        Path folder() {
            return folder;
        }

        void close() throws Exception {
            for (AutoCloseable each : opened.reversed()) {
                each.close();
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Rooms.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared =
                context.getRoot().getStore(SHARED).getOrComputeIfAbsent("tracker", key -> start(), Shared.class);
        return context.getStore(SHARED).getOrComputeIfAbsent("rooms", key -> rooms(shared), Rooms.class);
    }

    private static Shared start() {
        try {
            Path folder = Files.createTempDirectory("request-tracker");
            return new Shared(RequestTracker.start(folder, SetupFile.text()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Rooms rooms(Shared shared) {
        try {
            return new Rooms(shared.tracker());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Rooms rooms = context.getStore(SHARED).remove("rooms", Rooms.class);
        if (rooms != null) {
            rooms.close();
        }
    }
}
