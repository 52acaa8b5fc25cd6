package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.waystation.api.domain.Company;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.tickets.TicketService;
import org.waystation.store.Outbox;

/** The components find each other in the service registry, and wait for the key without anybody waiting for them. */
class WiringTest {

    @TempDir
    Path folder;

    private final BundleContext context =
            FrameworkUtil.getBundle(WiringTest.class).getBundleContext();
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.forEach(ServiceRegistration::unregister);
    }

    @Test
    void servicesAreThereBeforeTheProfileIsUnlockedAndAnswerAfterwards() throws Exception {
        CompletableFuture<byte[]> key = new CompletableFuture<>();
        Profile profile = () -> folder;
        ProfileKey profileKey = () -> key;
        registered.add(context.registerService(Profile.class, profile, null));
        registered.add(context.registerService(ProfileKey.class, profileKey, null));

        TicketService tickets = service(TicketService.class);
        CompletableFuture<List<Company>> companies = tickets.companies().toCompletableFuture();
        assertEquals(false, companies.isDone());
        key.complete(new byte[ProfileKey.LENGTH]);
        assertEquals(List.of(), companies.get(1, TimeUnit.MINUTES));

        Outbox outbox = service(Outbox.class);
        assertEquals(0, outbox.waitingCount());
        Thread ui = Thread.currentThread();
        Dictionary<String, Object> onTheUiThread = new Hashtable<>();
        onTheUiThread.put("waystation.thread", "ui");
        BooleanSupplier isUi = () -> Thread.currentThread() == ui;
        registered.add(context.registerService(BooleanSupplier.class, isUi, onTheUiThread));
        assertThrows(IllegalStateException.class, outbox::waitingCount);
    }

    @Test
    void aProfileThatCannotBeUnlockedFailsTheCallsThatWaited() throws Exception {
        CompletableFuture<byte[]> key = new CompletableFuture<>();
        Profile profile = () -> folder;
        ProfileKey profileKey = () -> key;
        registered.add(context.registerService(Profile.class, profile, null));
        registered.add(context.registerService(ProfileKey.class, profileKey, null));

        CompletableFuture<List<Company>> companies =
                service(TicketService.class).companies().toCompletableFuture();
        key.completeExceptionally(new IllegalStateException("closed"));
        ExecutionException fault = assertThrows(ExecutionException.class, () -> companies.get(1, TimeUnit.MINUTES));
        assertInstanceOf(IllegalStateException.class, fault.getCause());
    }

    private <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        T service = tracker.waitForService(TimeUnit.MINUTES.toMillis(1));
        assertNotNull(service, type.getName());
        return service;
    }
}
