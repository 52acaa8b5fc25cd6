package org.waystation.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.OperationResult;
import org.waystation.store.LocalStore;
import org.waystation.store.Outbox;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;

/**
 * Stands before the real store: counts every call as a step at which the machine can be killed, lets one fail where that
 * was asked for, and returns only once nothing goes on in the store's background.
 */
final class StoreGuard {

    private static final Set<String> WRITES = Set.of(
            "commit",
            "settle",
            "rebase",
            "park",
            "unpark",
            "discard",
            "apply",
            "beginSnapshot",
            "saveSession",
            "resumeSnapshot",
            "abandonSnapshot",
            "mark",
            "take",
            "heal",
            "saveScope",
            "write",
            "flush",
            "complete",
            "close");

    private final Device device;
    private final LocalStore store;
    private final Plant plant;
    private int failIn;
    private int calls;

    StoreGuard(Device device, LocalStore store, Plant plant) {
        this.device = device;
        this.store = store;
        this.plant = plant;
    }

    /** The so-manieth write from now fails; odd ones before, even ones after they were done. */
    void failIn(int writes) {
        failIn = writes;
    }

    <T> T before(Class<T> type, T inner) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(inner, method, arguments == null ? new Object[0] : arguments)));
    }

    private Object call(Object inner, Method method, Object[] arguments) throws Throwable {
        boolean writes = WRITES.contains(method.getName());
        String what = "store " + method.getName();
        device.step(what);
        boolean fails = writes && failIn > 0 && --failIn == 0;
        boolean after = fails && arguments.length > 0 && (arguments[0].hashCode() & 1) == 0;
        if (fails && !after) {
            throw failed(what);
        }
        Object result;
        try {
            result = planted(inner, method.getName(), arguments) ? null : method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            if (writes) {
                store.awaitQuiet();
            }
        }
        if (writes) {
            device.wrote(method.getName());
            device.step(what + " done");
        }
        if (fails) {
            throw failed(what);
        }
        return result instanceof SnapshotWriter writer ? before(SnapshotWriter.class, writer) : result;
    }

    /** Does what was planted; true where the call is left out for it. */
    private boolean planted(Object inner, String method, Object[] arguments) throws StoreException {
        boolean now = ++calls % 7 == 0;
        switch (plant) {
            case FORGETS_EDITS -> {
                return method.equals("commit") && now;
            }
            case LOSES_ROWS -> {
                if (method.equals("apply") && now) {
                    ChangePage page = (ChangePage) arguments[0];
                    int kept = Math.max(0, page.records().size() - 1);
                    arguments[0] = new ChangePage(
                            page.epoch(),
                            page.cursor(),
                            page.more(),
                            page.records().subList(0, kept),
                            page.deleted());
                }
                return false;
            }
            case HEALS_NOTHING -> {
                return method.equals("heal");
            }
            case LOSES_MARKED_ROWS -> {
                return method.equals("write") && inner instanceof SnapshotWriter && now;
            }
            case SWALLOWS_REFUSALS -> {
                if (method.equals("settle") && inner instanceof Outbox outbox) {
                    for (Object result : (List<?>) arguments[0]) {
                        if (result instanceof OperationResult.Rejected rejected) {
                            outbox.discard(rejected.operationId());
                        }
                    }
                }
                return false;
            }
            default -> {
                return false;
            }
        }
    }

    private StoreException failed(String what) {
        device.trace("write failed at " + what);
        return new StoreException(StoreException.Reason.OTHER, "The disk gave an error.", null);
    }
}
