package org.waystation.simulation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncService;
import org.waystation.api.sync.SyncStatus;
import org.waystation.audit.internal.SimulatedTrail;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;
import org.waystation.backend.msp.internal.WireBackend;
import org.waystation.server.session.Caller;
import org.waystation.store.Documents;
import org.waystation.store.LocalStore;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.SimulatedEngine;
import org.waystation.vault.internal.SimulatedInstance;

/** One machine: the real store in a folder of its own, the real engine, the real client, a clock that may be wrong. */
final class Device implements AutoCloseable {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** Far beyond what a day's work needs; more is a loop without an end. */
    private static final int STEPS_IN_A_TURN = 50_000;

    /** What a loss of power may undo, since the server sends it again. */
    private static final Set<String> NOT_FORCED = Set.of(
            "apply", "write", "flush", "mark", "beginSnapshot", "resumeSnapshot", "abandonSnapshot", "take", "heal");

    private static final List<String> FILES = List.of("store.db", "store.db-wal", "key-check");

    private final String name;
    private final Caller caller;
    private final Path folder;
    private final VirtualTime time;
    private final Trace trace;
    private final Wire wire;
    private final RandomGenerator chance;
    private final Ids ids;
    private final Plant plant;
    private final List<Runnable> accessListeners = new ArrayList<>();
    private final List<ScheduledExecutorService> threads = new ArrayList<>();
    private final List<String> faultsOfOurOwn = new ArrayList<>();
    private Duration clockError = Duration.ZERO;
    private boolean tokenValid = true;
    private boolean flipped;
    private int starts;
    private int steps;
    private int killIn;
    private boolean killTears;
    private long walAtLastFull;
    private @Nullable Running running;

    /** What is there while the program runs. */
    private record Running(
            SimulatedInstance instance,
            LocalStore store,
            StoreGuard guard,
            Outbox outbox,
            SimulatedEngine engine,
            SimulatedTrail trail,
            Path place) {}

    Device(
            String name,
            Caller caller,
            Path folder,
            MemoryServer server,
            VirtualTime time,
            Trace trace,
            long seed,
            Plant plant) {
        this.name = name;
        this.caller = caller;
        this.folder = folder;
        this.time = time;
        this.trace = trace;
        this.plant = plant;
        this.wire = new Wire(this, server, time, trace);
        this.ids = new Ids(seed);
        this.chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    String name() {
        return name;
    }

    Caller caller() {
        return caller;
    }

    Wire wire() {
        return wire;
    }

    boolean isRunning() {
        return running != null;
    }

    Clock clock() {
        return time.clock(() -> clockError);
    }

    void clockError(Duration error) {
        clockError = error;
    }

    void trace(String what) {
        trace.add(name + " " + what);
    }

    boolean tokenValid() {
        return tokenValid;
    }

    /** The token runs out; its technician signs in again within a minute. */
    void tokenExpires() {
        tokenValid = false;
        time.add(
                () -> {
                    signIn();
                    return true;
                },
                Duration.ofSeconds(50));
    }

    void signIn() {
        if (!tokenValid) {
            tokenValid = true;
            List.copyOf(accessListeners).forEach(Runnable::run);
        }
    }

    /** Kills the process at the so-manieth step from now. */
    void killIn(int steps, boolean tears) {
        killIn = steps;
        killTears = tears;
    }

    /** A new turn begins: what follows should come to an end. */
    void turn() {
        steps = 0;
    }

    /** Something goes on that a kill can hit. */
    void step(String what) {
        if (++steps > STEPS_IN_A_TURN) {
            throw new IllegalStateException("It goes round in circles at " + what);
        }
        if (killIn > 0 && --killIn == 0 && running != null) {
            die(what);
        }
        if (running == null) {
            throw new Killed(what);
        }
    }

    /** A write has ended; all but what the server can send again is on disk by then. */
    void wrote(String method) {
        if (!NOT_FORCED.contains(method)) {
            walAtLastFull = walLength();
        }
    }

    private long walLength() {
        return place().resolve("store.db-wal").toFile().length();
    }

    private Path place() {
        Running now = running;
        return now == null ? folder.resolve("none") : now.place;
    }

    void start() throws IOException {
        SimulatedInstance instance = SimulatedInstance.start(folder).orElseThrow();
        Path place = folder.resolve("store-" + starts);
        LocalStore store = LocalStore.open(place, KEY);
        StoreGuard guard = new StoreGuard(this, store, plant);
        Outbox outbox = guard.before(Outbox.class, store.outbox());
        SimulatedEngine engine = new SimulatedEngine(
                store.records(),
                outbox,
                guard.before(Replica.class, store.replica()),
                guard.before(Documents.class, store.documents()),
                new Told(),
                this::thread,
                clock(),
                time::nanos,
                chance);
        SimulatedTrail trail = new SimulatedTrail(
                guard.before(Documents.class, store.documents()), outbox, store.replica(), clock(), ids::next);
        running = new Running(instance, store, guard, outbox, engine, trail, place);
        walAtLastFull = walLength();
        engine.connect(backend());
        trace("starts");
    }

    private ScheduledExecutorService thread() {
        ScheduledExecutorService thread = time.thread();
        threads.add(thread);
        return thread;
    }

    private Backend backend() {
        ServerConnection connection = new ServerConnection() {
            @Override
            public ServerAccess access() {
                return new ServerAccess(URI.create("https://msp.invalid/"), new AccessToken("sim".toCharArray()));
            }

            @Override
            public AutoCloseable onChange(Runnable listener) {
                accessListeners.add(listener);
                return () -> accessListeners.remove(listener);
            }
        };
        return WireBackend.over(connection, () -> wire, clock());
    }

    /** The process ends here and now: what is on disk is what the next start finds. */
    private void die(String at) {
        Running was = Objects.requireNonNull(running);
        running = null;
        starts++;
        try {
            Path next = folder.resolve("store-" + starts);
            Files.createDirectories(next);
            for (String file : FILES) {
                if (Files.exists(was.place.resolve(file))) {
                    Files.copy(was.place.resolve(file), next.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            trace("is killed at " + at + (killTears ? tear(next.resolve("store.db-wal")) : ""));
            end(was);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new Killed(at);
    }

    /** A loss of power: what was not forced to the disk is there in part. */
    private String tear(Path wal) throws IOException {
        long length = Files.exists(wal) ? Files.size(wal) : 0;
        if (length <= walAtLastFull) {
            return ", with nothing to tear";
        }
        long kept = walAtLastFull + (length - walAtLastFull) * 2 / 3;
        try (RandomAccessFile file = new RandomAccessFile(wal.toFile(), "rw")) {
            file.setLength(kept);
        }
        return ", and loses " + (length - kept) + " of its last bytes";
    }

    private void end(Running was) throws IOException {
        threads.forEach(ScheduledExecutorService::shutdownNow);
        threads.clear();
        accessListeners.clear();
        was.engine.close();
        was.store.close();
        was.instance.close();
        try (Stream<Path> files = Files.walk(was.place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (starts > 0 && !was.place.endsWith("store-" + starts)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Somebody starts the program a second time. */
    void startTwice() throws IOException {
        Optional<SimulatedInstance> second = SimulatedInstance.start(folder);
        trace("a second instance " + (second.isPresent() ? "starts" : "is refused"));
        if (second.isPresent() && running != null) {
            throw new IllegalStateException("Two instances on one profile.");
        }
        if (second.isPresent()) {
            second.get().close();
        }
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            throw new Killed("not running");
        }
        return now;
    }

    /** The outbox as a screen uses it. */
    Outbox outbox() {
        return running().outbox;
    }

    SimulatedTrail trail() {
        return running().trail;
    }

    Records records() {
        return running().store.records();
    }

    Replica replica() {
        return running().store.replica();
    }

    SyncService sync() {
        return running().engine.service();
    }

    SyncStatus status() {
        return sync().status();
    }

    SyncControl control() {
        return running().engine.control();
    }

    /** Its technician takes along something else; kept like an edit once the store has said so. */
    void takeAlong(SyncScope scope) {
        control().takeAlong(scope);
        trace("wishes for " + scope);
    }

    /** What its technician takes along; to be asked at the end, when it is known to be kept. */
    SyncScope scope() {
        return facts().wanted();
    }

    boolean holdsItsWish() {
        return facts().held().filter(scope()::holdsSameAs).isPresent();
    }

    private SyncFacts facts() {
        SyncFacts[] now = new SyncFacts[1];
        try (AutoCloseable following = control().follow(Runnable::run, facts -> now[0] = facts)) {
            return Objects.requireNonNull(now[0], following.toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    MemorySelection selection() {
        SyncScope scope = scope();
        return new MemorySelection(
                scope.everyCompany() ? Optional.empty() : Optional.of(scope.companies()), scope.myWork());
    }

    /** A row that went wrong on the disk in a way that nothing else can find: its sequence is from the future. */
    void flipRow(SplittableRandom chance) throws StoreException {
        List<EntityRecord> tickets = records().all(EntityKind.TICKET).stream()
                .filter(record -> record.version() > 0)
                .sorted(Comparator.comparing(EntityRecord::id))
                .toList();
        if (!tickets.isEmpty()) {
            EntityRecord victim = tickets.get(chance.nextInt(tickets.size()));
            Map<String, Object> data = new LinkedHashMap<>(victim.data());
            data.put("subject", "flipped");
            running()
                    .store
                    .replica()
                    .heal(
                            List.of(new EntityRecord(
                                    victim.kind(), victim.id(), victim.version(), victim.sequence() + 1_000_000, data)),
                            List.of());
            flipped = true;
            trace("has a flipped row " + victim.id());
        }
    }

    boolean isFlipped() {
        return flipped;
    }

    /** The so-manieth write from now fails. */
    void failWriteIn(int writes) {
        running().guard.failIn(writes);
    }

    void limitDisk(long pages) throws StoreException {
        running().store.limitGrowth(pages);
    }

    /** Faults of the engine's own that it told of. */
    List<String> faultsOfOurOwn() {
        return faultsOfOurOwn;
    }

    /** Ends the program as its technician does. */
    void stop() throws IOException {
        close();
        trace("ends");
    }

    @Override
    public void close() throws IOException {
        Running now = running;
        running = null;
        if (now != null) {
            end(now);
        }
    }

    private final class Told implements Notifications {

        @Override
        public void show(Notification notification) {
            trace("says: " + notification.title());
            if (notification.key().equals("sync.internal")) {
                faultsOfOurOwn.add(notification.detail());
            }
        }

        @Override
        public void settle(String group, String key) {
            trace("settles: " + key);
        }
    }
}
