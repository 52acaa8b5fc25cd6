package org.waystation.plugins.undo;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;

/**
 * Looks after one kind of thing that plug-ins bring into the program, such as the elements of the application model,
 * and takes them out again. Published as a service; called on the plug-in host's thread.
 */
@ConsumerType
public interface ContributionLedger {

    /**
     * Takes out what the bundles brought. Called while they still run, so that what they brought can be closed orderly.
     *
     * @return what was taken out, such as "2 commands"
     */
    List<String> withdraw(List<Bundle> bundles);

    /**
     * Looks for what is left. Called after the bundles were stopped, before they are uninstalled.
     *
     * @return each thing that could not be taken out, with who holds it
     */
    List<String> leftover(List<Bundle> bundles);
}
