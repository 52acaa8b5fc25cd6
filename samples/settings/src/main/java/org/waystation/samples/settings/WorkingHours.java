package org.waystation.samples.settings;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.settings.Settings;

/** Reads what the technician has set; the page itself is declared as data and needs no code. */
@Component(service = WorkingHours.class)
public final class WorkingHours {

    private static final String REMIND = "org.waystation.samples.settings.remind";
    private static final String MINUTES = "org.waystation.samples.settings.minutes";

    private final Settings settings;

    @Activate
    public WorkingHours(@Reference Settings settings) {
        this.settings = settings;
    }

    /** Minutes before the end of the day at which to remind; 0 for never. */
    public int reminder() {
        return Boolean.parseBoolean(settings.value(REMIND)) ? Integer.parseInt(settings.value(MINUTES)) : 0;
    }
}
