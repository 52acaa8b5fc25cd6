package org.waystation.api.settings;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A page of the settings; published as a service by whoever has something to set. */
@ConsumerType
public interface SettingsPage {

    String title();

    /** Where the page stands, lowest first. */
    int order();

    List<Setting> settings();
}
