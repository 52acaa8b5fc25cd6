package org.waystation.samples.notificationgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.testkit.fake.FakeNotifications;

class BackupNewsTest {

    @Test
    void aMissedBackupIsToldOnceForEachMachine() {
        FakeNotifications notifications = new FakeNotifications();
        BackupNews news = new BackupNews(notifications);
        news.missed("SRV-1");
        news.missed("SRV-1");
        news.missed("SRV-2");
        assertEquals(
                List.of(
                        "Backups are being watched",
                        "The backup of SRV-1 was missed",
                        "The backup of SRV-2 was missed"),
                notifications.titles());
    }
}
