package org.waystation.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncStatus;
import org.waystation.store.StoreException;

/** One run of one plan: machines, server, network and time, and at the end the promises held against what is. */
final class World implements AutoCloseable {

    /** Once nothing goes wrong any more, all is drained after this much time. */
    private static final Duration DRAINED_WITHIN = Duration.ofHours(1);

    /** A machine on which something was given up compares its copy with the server within this. */
    private static final Duration COMPARED_WITHIN = Duration.ofSeconds(90);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final Plan plan;
    private final Map<String, Integer> happened = new TreeMap<>();
    private final VirtualTime time;
    private final Trace trace;
    private final MemoryServer server;
    private final Scene scene;
    private final EditBook book = new EditBook();
    private final List<Device> devices = new ArrayList<>();
    private final List<Technician> technicians = new ArrayList<>();
    private final Colleague colleague;
    private final Checks checks;
    private @Nullable ServerMemory backup;

    /**
     * How a run ended.
     *
     * @param failures promises that were broken; empty where all is well
     * @param happened how often each thing happened
     * @param saved how many edits were acknowledged
     * @param drained how long it took until all was sent once nothing went wrong any more
     */
    record Result(
            List<Checks.Failure> failures,
            List<String> trace,
            String digest,
            Map<String, Integer> happened,
            int saved,
            Duration drained) {}

    World(Plan plan, Plant plant, Path folder) throws IOException {
        this.plan = plan;
        time = new VirtualTime(this::taskFailed);
        trace = new Trace(time::nanos);
        Ids ids = new Ids(plan.seed());
        server = new MemoryServer(time, ids.next());
        server.leaks = plant == Plant.LEAKS_SCOPE;
        server.idempotent = plant != Plant.NO_IDEMPOTENCY;
        scene = Scene.make(server, plan.devices());
        for (int i = 0; i < plan.devices(); i++) {
            Device device = new Device(
                    "machine-" + i,
                    scene.callers().get(i),
                    folder.resolve("machine-" + i),
                    server,
                    time,
                    trace,
                    plan.seed() * 31 + i,
                    plant);
            devices.add(device);
            technicians.add(new Technician(device, book, scene));
        }
        colleague = new Colleague(server, scene, time, trace);
        checks = new Checks(server, book, devices);
    }

    private void taskFailed(Throwable failure) {
        if (!(failure instanceof Killed)) {
            trace.add("a task failed: " + failure);
            checks.fail("the engine has no fault of its own", String.valueOf(failure));
        }
    }

    Result run() throws IOException {
        for (Device device : devices) {
            device.start();
        }
        time.advance(Duration.ofSeconds(1));
        for (Step step : plan.steps()) {
            devices.forEach(Device::turn);
            happen(step);
            time.advance(step.pause());
        }
        Duration drained = Duration.ZERO;
        try {
            drained = calm();
            verify();
        } catch (StoreException e) {
            checks.fail("the store works", String.valueOf(e));
        }
        int saved = (int) book.entries().values().stream()
                .filter(entry -> entry.word() != EditBook.Word.NONE)
                .count();
        return new Result(checks.failures(), trace.lines(), trace.digest(), happened, saved, drained);
    }

    private void happen(Step step) throws IOException {
        count(step.action().name());
        Device device = devices.get(step.device());
        try {
            switch (step.action()) {
                case WAIT -> time.advance(Duration.ofMinutes(1));
                case COLLEAGUE_EDIT, COLLEAGUE_NOTE, COLLEAGUE_DELETE, NEWER_PROGRAM -> colleague.act(step);
                case EPOCH_CHANGE, BACKUP, RESTORE_OLDER, FORGET_DELETIONS, SCOPE_CHANGE -> atServer(step);
                case START -> startIfEnded(device);
                default -> {
                    if (device.isRunning()) {
                        atMachine(step, device);
                    }
                }
            }
        } catch (Killed e) {
            trace.add(device.name() + " is dead in " + step.action());
        } catch (StoreException e) {
            trace.add(device.name() + " store refuses " + step.action() + ": " + e.reason());
        }
    }

    private void count(String what) {
        happened.merge(what, 1, Integer::sum);
    }

    private void startIfEnded(Device device) throws IOException {
        if (!device.isRunning()) {
            device.start();
        }
    }

    private void atMachine(Step step, Device device) throws IOException {
        SplittableRandom chance = step.chance();
        switch (step.action()) {
            case WIRE_FAULT -> {
                WireFault fault = WireFault.values()[chance.nextInt(WireFault.values().length)];
                device.wire().arm(fault, 1 + chance.nextInt(4));
                count("wire " + fault);
            }
            case KILL -> device.killIn(1 + chance.nextInt(40), false);
            case LOSS_OF_POWER -> device.killIn(1 + chance.nextInt(40), true);
            case FAILED_WRITE -> device.failWriteIn(1 + chance.nextInt(5));
            case DISK_FULL -> device.limitDisk(chance.nextInt(3));
            case CLOCK_JUMP -> device.clockError(Duration.ofHours(chance.nextInt(97) - 48L));
            case OFFLINE -> device.wire().connected(false);
            case ONLINE -> device.wire().connected(true);
            case SECOND_INSTANCE -> device.startTwice();
            case SCOPE_WISH -> device.takeAlong(wish(chance));
            case SELF_CHECK -> device.control().checkNow();
            case FLIPPED_ROW -> device.flipRow(chance);
            case PAUSE -> device.control().pause();
            case RESUME -> device.control().resume();
            default -> technicians.get(step.device()).act(step);
        }
    }

    private SyncScope wish(SplittableRandom chance) {
        Set<UUID> pinned = scene.companies().stream()
                .filter(id -> chance.nextInt(2) > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        return new SyncScope(chance.nextInt(4) > 0, chance.nextInt(3) == 0, pinned, Optional.empty(), 0);
    }

    private void atServer(Step step) {
        SplittableRandom chance = step.chance();
        Ids ids = new Ids(step.seed());
        switch (step.action()) {
            case EPOCH_CHANGE -> server.beginEpoch(ids.next());
            case BACKUP -> backup = server.memory().copy();
            case RESTORE_OLDER -> restore(ids);
            case FORGET_DELETIONS -> server.memory().forgetDeletions();
            default -> {
                Set<UUID> scope = scene.companies().stream()
                        .filter(id -> chance.nextInt(3) > 0)
                        .collect(Collectors.toCollection(TreeSet::new));
                server.scope(devices.get(step.device()).caller().id(), scope);
            }
        }
        trace.add("server: " + step.action() + ", at " + server.memory().sequence());
    }

    /** A restored server begins a new epoch: whoever restores a backup has it do so. */
    private void restore(Ids ids) {
        if (backup != null && backup.sequence() < server.memory().sequence()) {
            server.restore(backup);
            server.beginEpoch(ids.next());
            trace.add("server: restored to " + backup.sequence());
        }
    }

    /** Nothing goes wrong any more: how long until all that can be sent is sent. */
    private Duration calm() throws IOException, StoreException {
        trace.add("calm");
        for (Device device : devices) {
            device.wire().calm();
            device.killIn(0, false);
            device.signIn();
            if (device.isRunning()) {
                device.stop(); // where its disk was full it is not any more
            }
            device.start();
        }
        for (int i = 0; i < devices.size(); i++) {
            devices.get(i).turn();
            technicians.get(i).audited(new Ids(plan.seed() + i)); // shows a chain of which the server has lost the end
        }
        long began = time.nanos();
        boolean drained = false;
        while (!drained && time.nanos() - began < DRAINED_WITHIN.toNanos()) {
            devices.forEach(Device::turn);
            devices.forEach(device -> device.control().resume());
            time.advance(LOOK_EVERY);
            drained = isDrained();
            for (Device device : devices) {
                drained &= !device.trail().mend();
            }
        }
        Duration took = Duration.ofNanos(time.nanos() - began);
        devices.forEach(Device::turn);
        devices.forEach(device -> device.control().resume()); // what the last of them has sent comes to the others
        time.advance(LOOK_EVERY);
        if (!drained) {
            for (Device device : devices) {
                checks.fail("drained within a bound", device.name() + " " + device.status());
            }
        }
        return took;
    }

    private boolean isDrained() throws StoreException {
        for (Device device : devices) {
            boolean settled = device.status().state() == SyncStatus.State.UP_TO_DATE
                    && device.outbox().waitingCount() == 0
                    && device.holdsItsWish();
            if (!settled) {
                return false;
            }
        }
        return true;
    }

    private void verify() throws IOException {
        checks.nothingLost();
        checks.nothingDoubled();
        checks.auditChainIntact();
        checks.replicasEqual(device -> !device.scope().isLimited() && !device.isFlipped());
        devices.forEach(Device::turn);
        devices.forEach(device -> device.control().checkNow());
        time.advance(LOOK_EVERY);
        checks.replicasEqual(device -> true);
        boolean discarded = false;
        for (int i = 0; i < devices.size(); i++) {
            Optional<UUID> parked = parked(devices.get(i));
            while (parked.isPresent()) {
                discarded = true;
                technicians.get(i).discard(parked.get());
                parked = parked(devices.get(i));
            }
        }
        if (discarded) {
            time.advance(COMPARED_WITHIN); // what a parked change has kept here goes by itself
        }
        checks.replicasEqual(device -> true);
        checks.noFaultOfOurOwn();
    }

    private static Optional<UUID> parked(Device device) throws StoreException {
        return device.outbox().pending().stream()
                .filter(pending -> pending.parked().isPresent())
                .map(PendingOperation::operation)
                .map(operation -> operation.id())
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        for (Device device : devices) {
            device.close();
        }
    }
}
