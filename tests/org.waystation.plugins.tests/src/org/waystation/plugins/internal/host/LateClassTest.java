package org.waystation.plugins.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waystation.plugins.internal.host.HostFixture.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.waystation.api.plugins.ContributionLedger;
import org.waystation.plugins.tests.fixture.PackageBuilder;
import org.waystation.plugins.tests.plugins.Greeter;
import org.waystation.plugins.tests.plugins.UsesServices;

/**
 * Work of a plug-in in the background may load one of its classes after it was stopped. Equinox activates a bundle of
 * lazy activation by that, once more.
 */
class LateClassTest {

    private static final String ID = "com.acme.late";

    @TempDir
    Path folder;

    @Test
    void aClassLoadedAfterTheStopDoesNotStartItAgain() throws Exception {
        try (RealHost host = new RealHost(folder.resolve("profile"))) {
            host.install(PackageBuilder.plugin(ID, "1.0.0")
                    .header("Bundle-ActivationPolicy", "lazy")
                    .activator(UsesServices.class)
                    .type(Greeter.class)
                    .write(folder.resolve("late.jar")));
            Bundle bundle = Arrays.stream(host.context.getBundles())
                    .filter(each -> each.getSymbolicName().equals(ID))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Bundle.ACTIVE, bundle.getState());
            Late late = new Late(bundle);
            ServiceRegistration<ContributionLedger> ledger =
                    host.context.registerService(ContributionLedger.class, late, null);
            try {
                await(host.plugins().remove(ID));
            } finally {
                ledger.unregister();
            }
            assertEquals(List.of(Bundle.RESOLVED), late.states);
        }
    }

    /** Is asked between the stop of a bundle and its end, and loads a class of it then. */
    private static final class Late implements ContributionLedger {

        private final Bundle bundle;
        private final List<Integer> states = new ArrayList<>();

        Late(Bundle bundle) {
            this.bundle = bundle;
        }

        @Override
        public List<String> withdraw(Set<String> bundles) {
            return List.of();
        }

        @Override
        public List<String> leftover(Set<String> bundles) {
            try {
                bundle.loadClass(Greeter.class.getName());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
            states.add(bundle.getState());
            return List.of();
        }
    }
}
