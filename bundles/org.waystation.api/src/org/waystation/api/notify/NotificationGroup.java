package org.waystation.api.notify;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A group of notifications that the technician can silence in the settings. Declared in the bundle's declarations (see
 * the plug-in guide), or published as a service. A group that nobody declared cannot be silenced.
 */
@ConsumerType
public interface NotificationGroup {

    /** As {@link Notification#group} has it, such as "Sync". */
    String name();

    /** What its notifications are about, one sentence; may be empty. */
    String summary();

    /** Whether they are shown as balloons until the technician decides; the event log has them in any case. */
    boolean balloons();
}
