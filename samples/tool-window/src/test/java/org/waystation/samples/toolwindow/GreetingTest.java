package org.waystation.samples.toolwindow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.testkit.fake.FakeNotifications;

class GreetingTest {

    @Test
    void aGreetingIsToldOnce() {
        FakeNotifications notifications = new FakeNotifications();
        Greeting greeting = new Greeting(notifications);
        greeting.to("Ada");
        greeting.to("Grace");
        assertEquals(List.of("Hello to Grace"), notifications.titles());
    }
}
