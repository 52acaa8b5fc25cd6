package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncStatus.State;

/** Which files come along by themselves, and when. */
class FilesAlongTest extends EngineTest {

    private static final long MEGABYTE = 1024 * 1024;

    private final List<UUID> fetched = new ArrayList<>();

    /** Notes down what is fetched, and has it at once. */
    private final AttachmentService files = (AttachmentService) Proxy.newProxyInstance(
            AttachmentService.class.getClassLoader(),
            new Class<?>[] {AttachmentService.class},
            (proxy, method, arguments) -> {
                assertEquals("fetch", method.getName());
                fetched.add((UUID) arguments[0]);
                return CompletableFuture.completedFuture(null);
            });

    private UUID file(long number, long size) {
        UUID id = Workstation.id(number);
        server.put(EntityKind.ATTACHMENT, id, Map.of("name", "file", "size", size, "sha256", "0".repeat(64)));
        return id;
    }

    private FilesAlong along() {
        return new FilesAlong(
                workstation.store.records(),
                files,
                workstation.sync,
                workstation.sync,
                () -> workstation.metered,
                workstation.newsThread);
    }

    private void settle() {
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);
        workstation.newsThread.runDue();
    }

    private static SyncScope upTo(int megabytes) {
        return new SyncScope(true, true, Set.of(), Optional.empty(), megabytes);
    }

    @Test
    void smallOnesComeOnceAndLargeOnesWaitUntilTheLimitGrows() throws Exception {
        UUID small = file(700, 3 * MEGABYTE);
        UUID large = file(701, 30 * MEGABYTE);
        workstation.connect(server);
        FilesAlong along = along();
        settle();
        assertEquals(List.of(small), fetched);

        workstation.sync.takeAlong(upTo(50));
        workstation.runDue();
        settle();
        assertEquals(List.of(small, large), fetched);
        along.close();
    }

    @Test
    void nothingComesOverANetworkThatCountsOrWhileTheServerIsAway() throws Exception {
        workstation.metered = true;
        file(700, 3 * MEGABYTE);
        workstation.connect(server);
        FilesAlong along = along();
        settle();
        assertEquals(List.of(), fetched);
        workstation.metered = false;
        workstation.sync.syncNow();
        settle();
        workstation.commit(note(60, "something happens"));
        settle();
        assertEquals(1, fetched.size());
        along.close();
    }

    @Test
    void noneComeWhereNoneAreWanted() throws Exception {
        file(700, 3 * MEGABYTE);
        workstation.sync.takeAlong(upTo(0));
        workstation.connect(server);
        FilesAlong along = along();
        settle();
        assertEquals(List.of(), fetched);
        along.close();
    }
}
