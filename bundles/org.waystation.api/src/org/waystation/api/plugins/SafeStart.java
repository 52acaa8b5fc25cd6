package org.waystation.api.plugins;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What is to be decided about plug-ins before the window opens, after starts that did not come to their end. */
@ProviderType
public interface SafeStart {

    /** How to go on. */
    enum Choice {
        /** As always. */
        ALL,
        /** Quarantine the suspect. */
        WITHOUT_SUSPECT,
        /** Leave all plug-ins out of this run. */
        SAFE_MODE
    }

    /**
     * What is asked.
     *
     * @param crashes how many starts in a row did not come to their end
     * @param suspect name of the plug-in that was being started then; empty where none was
     */
    record Question(int crashes, Optional<String> suspect) {}

    /** What is to be decided; until then no plug-in is brought in. Empty where nothing is. */
    Optional<Question> question();

    /** Decides; plug-ins come in accordingly. */
    void decide(Choice choice);

    /** Whether this run leaves all plug-ins out. */
    boolean safeMode();
}
