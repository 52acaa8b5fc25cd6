package org.waystation.plugins.unload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.waystation.plugins.internal.host.RealHost;
import org.waystation.plugins.tests.fixture.PackageBuilder;
import org.waystation.plugins.tests.plugins.Greeter;
import org.waystation.plugins.tests.plugins.Leaks;
import org.waystation.plugins.tests.plugins.ThrowsAtStop;

class UnloadProofTest {

    private static final String ID = "com.acme.leaving";

    @TempDir
    Path folder;

    private RealHost host;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        host = new RealHost(folder.resolve("profile"));
    }

    @AfterEach
    void stop() {
        System.getProperties().remove(Leaks.KEY);
        host.close();
    }

    @Test
    void aPluginThatLeavesIsCollectedTwentyTimes() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), holderAfterRemoval(Greeter.class), "round " + i);
        }
    }

    @Test
    void oneThatThrowsWhenItLeavesIsCollectedToo() throws Exception {
        assertEquals(Optional.empty(), holderAfterRemoval(ThrowsAtStop.class));
    }

    @Test
    void aPlantedLeakIsFoundAndItsHolderNamed() throws Exception {
        String holder = holderAfterRemoval(Leaks.class).orElseThrow();
        assertTrue(holder.contains("java.lang.System.props"), holder);
        assertTrue(holder.contains(Leaks.class.getName()), holder);

        System.getProperties().remove(Leaks.KEY);
    }

    private Optional<String> holderAfterRemoval(Class<? extends BundleActivator> activator) throws Exception {
        UnloadProof proof = install(activator);
        host.plugins().remove(ID).toCompletableFuture().join();
        return proof.holder();
    }

    /** In a method of its own, so that no variable of the test holds the bundle. */
    private UnloadProof install(Class<? extends BundleActivator> activator) throws IOException {
        host.install(PackageBuilder.plugin(ID, "1.0.0").activator(activator).write(folder.resolve("leaving.jar")));
        List<Bundle> bundles = Arrays.stream(host.context.getBundles())
                .filter(b -> b.getSymbolicName().equals(ID))
                .toList();
        assertEquals(1, bundles.size());
        return new UnloadProof(bundles);
    }
}
