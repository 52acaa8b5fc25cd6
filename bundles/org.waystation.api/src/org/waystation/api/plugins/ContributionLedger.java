package org.waystation.api.plugins;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks after one kind of thing that plug-ins bring into the program, such as the elements of the application model,
 * and takes them out again. Published as a service by parts of the program; called on the plug-in host's thread.
 */
@ConsumerType
public interface ContributionLedger {

    /**
     * Takes out what bundles brought. Called while they still run, so that what they brought can be closed orderly.
     *
     * @param bundles symbolic names of the bundles of one plug-in
     * @return what was taken out, such as "2 commands"
     */
    List<String> withdraw(Set<String> bundles);

    /**
     * Looks for what is left. Called after the bundles were stopped, before they are uninstalled.
     *
     * @return each thing that could not be taken out, with who holds it
     */
    List<String> leftover(Set<String> bundles);

    /**
     * Takes out what a plug-in kept for its next time, such as preferences. Called after it was removed for good, and not
     * when it is only disabled or updated.
     *
     * @return what was taken out
     */
    default List<String> forget(Set<String> bundles) {
        return List.of();
    }
}
