package org.waystation.api.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installed plug-ins, and the ways to change what is installed while the program runs. Calls return at once; changes
 * happen one after the other, each as a whole or not at all. Stages end with {@link PluginRefusedException} where
 * something is refused.
 */
@ProviderType
public interface Plugins {

    /** What is installed now, by name. */
    List<InstalledPlugin> installed();

    /** Delivers what is installed, now and after each change. Closing ends it. */
    AutoCloseable listen(Executor deliverOn, Consumer<List<InstalledPlugin>> listener);

    /**
     * Reads and verifies packages, and changes nothing. Packages that need each other are given together.
     *
     * @return what would be installed, those needed by others first
     */
    CompletionStage<List<InstallOffer>> inspect(List<Path> packages);

    /**
     * What the repositories of the policy offer that is not installed, or newer than what is. One that cannot be read
     * ends the stage with {@link PluginRefusedException}.
     */
    CompletionStage<List<RepositoryOffer>> offered();

    /** Fetches packages from their repositories and inspects them, as {@link #inspect} does files. */
    CompletionStage<List<InstallOffer>> fetch(List<RepositoryOffer> offers);

    /** Installs what was inspected, all or nothing; to be called once the technician has agreed to the capabilities. */
    CompletionStage<Void> install(List<InstallOffer> offers);

    /** Removes a plug-in and all it brought. */
    CompletionStage<RemovalReport> remove(String id);

    CompletionStage<Void> disable(String id);

    /** Starts a disabled plug-in; gives a quarantined one another chance. */
    CompletionStage<Void> enable(String id);

    /** What is decided about plug-ins here, read anew. */
    CompletionStage<PolicyView> policy();
}
