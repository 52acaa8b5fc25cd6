package org.waystation.plugins.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Version;
import org.waystation.api.plugins.Publisher;
import org.waystation.plugins.internal.pack.PackageLimits;
import org.waystation.plugins.internal.pack.PackageReader;
import org.waystation.plugins.internal.pack.PluginPackage;
import org.waystation.plugins.internal.store.PluginRecord.Standing;

/** Installs one package the way the host does, on disk only, and ends itself at a step. */
final class InstallingProcess {

    static final int ENDED = 77;

    private InstallingProcess() {}

    public static void main(String[] arguments) throws IOException {
        StoreSteps steps = step -> {
            if (step.name().equals(arguments[2])) {
                Runtime.getRuntime().halt(ENDED);
            }
        };
        install(
                new PluginStore(Path.of(arguments[0]), steps),
                new PackageReader(PackageLimits.USUAL, new Version(1, 0, 0)),
                Path.of(arguments[1]));
    }

    static void install(PluginStore store, PackageReader reader, Path jar) throws IOException {
        InstalledState state = store.read();
        PluginPackage read = reader.read(jar, store.stage());
        PluginRecord plugin = new PluginRecord(
                read.description(), read.hash(), Publisher.UNSIGNED, store.keep(read), Standing.ENABLED, "");
        InstalledState next = state.with(List.of(plugin));
        store.commit(next);
        store.sweep(next.content());
        store.clearStaging();
    }
}
