package org.waystation.plugins.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waystation.plugins.internal.host.HostFixture.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginCallException;
import org.waystation.api.plugins.PluginState;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.plugins.tests.fixture.PackageBuilder;
import org.waystation.plugins.tests.plugins.Misbehaves;
import org.waystation.plugins.unload.UnloadProof;

/** A plug-in that throws and hangs harms nobody but itself. */
class MisbehavingPluginTest {

    private static final String ID = "com.acme.hostile";

    @TempDir
    Path folder;

    private final CompletableFuture<Notification> told = new CompletableFuture<>();
    private ServiceRegistration<Notifications> notifications;
    private RealHost host;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        host = new RealHost(folder.resolve("profile"));
        notifications = host.context.registerService(
                Notifications.class,
                new Notifications() {
                    @Override
                    public void show(Notification notification) {
                        told.complete(notification);
                    }

                    @Override
                    public void settle(String group, String key) {
                        // Nothing is settled here.
                    }
                },
                null);
        host.install(
                PackageBuilder.plugin(ID, "1.0.0").activator(Misbehaves.class).write(folder.resolve("hostile.jar")));
    }

    @AfterEach
    void stop() {
        notifications.unregister();
        host.close();
    }

    @Test
    void threeFaultsAndItIsQuarantinedWithAWayBack() throws Exception {
        List<String> whose = new ArrayList<>();
        whose.add(faultOf("throw"));
        whose.add(faultOf("hang"));
        assertFalse(told.isDone(), "two faults are forgiven");
        whose.add(faultOf("throw"));

        assertEquals(List.of(ID, ID, ID), whose);
        Notification notification = told.get();
        assertEquals(PluginState.QUARANTINED, state());
        assertTrue(notification.title().contains(ID), notification.title());
        assertTrue(notification.detail().contains("3 faults"), notification.detail());

        CompletableFuture<List<InstalledPlugin>> back = new CompletableFuture<>();
        AutoCloseable listening = host.plugins().listen(Runnable::run, now -> {
            if (now.get(0).state() == PluginState.ACTIVE) {
                back.complete(now);
            }
        });
        notification.actions().get(0).run().run();
        back.get();
        listening.close();
    }

    @Test
    void itsThreadIsEndedAndItsClassLoaderCollected() throws Exception {
        UnloadProof proof = new UnloadProof(Arrays.stream(host.context.getBundles())
                .filter(b -> b.getSymbolicName().equals(ID))
                .toList());
        RemovalReport report = await(host.plugins().remove(ID));
        assertEquals(List.of(), report.leftover());
        assertEquals("", proof.holder().orElse(""));
    }

    private PluginState state() {
        return host.plugins().installed().get(0).state();
    }

    /** Calls it safely, and gives whose fault it was. */
    private String faultOf(String how) throws InvalidSyntaxException {
        ServiceReference<SafeCaller> caller = host.context.getServiceReference(SafeCaller.class);
        Collection<? extends ServiceReference<?>> found =
                host.context.getServiceReferences(Function.class, "(asker=" + ID + ")");
        ServiceReference<?> reference = found.iterator().next();
        @SuppressWarnings("unchecked") // it registers nothing else
        Function<String, Object> hostile = (Function<String, Object>) host.context.getService(reference);
        try {
            host.context
                    .getService(caller)
                    .call(hostile, how, Duration.ofMillis(200), () -> hostile.apply(how))
                    .toCompletableFuture()
                    .join();
            return "nobody";
        } catch (CompletionException e) {
            return ((PluginCallException) e.getCause()).pluginId();
        } finally {
            host.context.ungetService(reference);
            host.context.ungetService(caller);
        }
    }
}
