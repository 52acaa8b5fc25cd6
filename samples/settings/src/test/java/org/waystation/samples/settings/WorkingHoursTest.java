package org.waystation.samples.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.waystation.api.settings.Setting;
import org.waystation.testkit.fake.FakeSettings;

class WorkingHoursTest {

    private static final Setting.Toggle REMIND =
            new Setting.Toggle("org.waystation.samples.settings.remind", "Remind", "", true);

    @Test
    void whoeverWantsNoReminderGetsNone() {
        FakeSettings settings = new FakeSettings();
        settings.declare("org.waystation.samples.settings.remind", "true");
        settings.declare("org.waystation.samples.settings.minutes", "15");
        WorkingHours hours = new WorkingHours(settings);
        assertEquals(15, hours.reminder());
        settings.set(REMIND, "false");
        assertEquals(0, hours.reminder());
    }
}
