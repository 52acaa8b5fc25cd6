package org.waystation.plugins.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waystation.plugins.internal.host.HostFixture.await;
import static org.waystation.plugins.internal.host.HostFixture.refusal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.waystation.api.plugins.Refusal;
import org.waystation.api.profile.Profile;
import org.waystation.api.settings.Settings;
import org.waystation.plugins.tests.fixture.PackageBuilder;
import org.waystation.plugins.tests.plugins.EndsTheProgram;
import org.waystation.plugins.tests.plugins.HangsAtStart;
import org.waystation.plugins.tests.plugins.UsesServices;

/** Plug-ins in the host as the program runs it: what they are handed, and what they may not do. */
class GuardedPluginTest {

    private static final String ID = "com.acme.guarded";

    @TempDir
    Path folder;

    private final List<String> closed = new ArrayList<>();
    private ServiceRegistration<Settings> settings;
    private RealHost host;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        host = new RealHost(folder.resolve("profile"));
        Settings listening = (Settings) Proxy.newProxyInstance(
                Settings.class.getClassLoader(), new Class<?>[] {Settings.class}, (proxy, method, arguments) ->
                        (AutoCloseable) () -> closed.add(method.getName()));
        settings = host.context.registerService(Settings.class, listening, null);
    }

    @AfterEach
    void stop() {
        settings.unregister();
        host.close();
    }

    @Test
    void aServiceIsHiddenFromAPluginThatDidNotDeclareTheCapability() throws IOException {
        host.install(asker(""));
        assertEquals("nothing", host.ask(ID, "profile"));
        assertEquals(0, host.ask(ID, "count"));
        host.close();
        assertFalse(Files.exists(folder.resolve("profile/plugins/audit.log")));
        host = reopen();
    }

    @Test
    void aServiceIsHandedOutWithTheCapabilityAndEachUseIsWrittenDown() throws IOException {
        host.install(asker("capabilities=\"files\""));
        String profile = folder.resolve("profile").toString();
        assertEquals(profile, host.ask(ID, "profile"));
        assertEquals(profile, host.ask(ID, "profile"));
        assertEquals(1, host.ask(ID, "count"), "the door, and not the service behind it");
        host.close();
        List<String> uses = Files.readAllLines(folder.resolve("profile/plugins/audit.log")).stream()
                .map(line -> String.join(" ", Arrays.asList(line.split("\t")).subList(1, 4)))
                .toList();
        String use = ID + " files Profile.folder";
        assertEquals(List.of(use, use), uses);
        host = reopen();
    }

    @Test
    void theProgramItselfSeesTheServiceAndNotTheDoors() throws InvalidSyntaxException {
        ServiceReference<?>[] found = host.context.getAllServiceReferences(Profile.class.getName(), null);
        assertEquals(1, found.length);
        assertInstanceOf(Profile.class, host.context.getService(found[0]));
        assertFalse(Proxy.isProxyClass(host.context.getService(found[0]).getClass()));
    }

    @Test
    void whatAPluginListensToIsClosedWhenItLeaves() throws IOException {
        host.install(asker(""));
        host.ask(ID, "listen");
        List<String> undone = await(host.plugins().remove(ID)).undone();
        assertEquals(List.of("listen"), closed);
        assertEquals(1, undone.size());
    }

    @Test
    void everyWayToEndTheProgramIsRefused() throws IOException {
        host.install(pack().activator(EndsTheProgram.class).write(folder.resolve("ends.jar")));
        List<String> outcomes = String.valueOf(host.ask(ID, "")).lines().toList();
        assertEquals(7, outcomes.size());
        outcomes.subList(0, 6).forEach(o -> assertTrue(o.contains("may not"), o));
        assertTrue(outcomes.get(0).contains(ID), outcomes.get(0));
        assertEquals("went through", outcomes.get(6), "other calls of System are left alone");
    }

    @Test
    void oneThatHangsAtStartIsRefusedAndInterrupted() throws IOException {
        Path jar = pack().activator(HangsAtStart.class).write(folder.resolve("hangs.jar"));
        Refusal refusal = refusal(host.plugins().install(await(host.plugins().inspect(List.of(jar)))));
        assertInstanceOf(Refusal.DoesNotStart.class, refusal, refusal.sentence());
        assertTrue(Arrays.stream(host.context.getBundles())
                .noneMatch(b -> b.getSymbolicName().equals(ID)));
    }

    private RealHost reopen() throws IOException {
        try {
            return new RealHost(folder.resolve("profile"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path asker(String says) throws IOException {
        PackageBuilder builder = pack().activator(UsesServices.class)
                .header("Import-Package", "org.osgi.framework,org.waystation.api.profile,org.waystation.api.settings");
        return (says.isEmpty() ? builder : builder.says(says)).write(Files.createTempFile(folder, "asker", ".jar"));
    }

    private static PackageBuilder pack() {
        return PackageBuilder.plugin(ID, "1.0.0");
    }
}
