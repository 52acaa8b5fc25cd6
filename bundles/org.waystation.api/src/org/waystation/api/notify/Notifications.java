package org.waystation.api.notify;

import org.osgi.annotation.versioning.ProviderType;

/** Tells the technician something; callable from any thread. */
@ProviderType
public interface Notifications {

    void show(Notification notification);

    /** The matter is settled: takes the balloon of this key away and marks it settled in the log. */
    void settle(String group, String key);
}
