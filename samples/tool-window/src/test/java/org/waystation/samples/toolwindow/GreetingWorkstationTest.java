package org.waystation.samples.toolwindow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation(theme = "dark")
class GreetingWorkstationTest {

    private static final String ID = "org.waystation.samples.toolwindow";
    private static final Locator STRIPE = Locator.id("waystation.stripe." + ID + ".window");
    private static final Locator BUTTON = Locator.id(ID + ".button");

    @Test
    void theWindowGreetsAndLeavesNothingBehind(Workstation workstation) {
        PluginBot plugins = workstation.plugins();
        plugins.install(PluginBot.built());
        workstation.hands().click(workstation.screen().await(STRIPE));
        Screen.Seen button = workstation.screen().await(BUTTON);
        workstation.hands().click(button);
        workstation.screen().await(Locator.text("Hello to you, who pressed the button"));
        ScreenPicture picture = ScreenPicture.take(workstation, "greetings-dark");
        assertTrue(picture.colors(button) > 1, "the button is painted");
        assertTrue(picture.isDark(workstation.screen().await(Locator.id("waystation.window"))));

        PluginBot.Removal removal = plugins.remove(ID);
        assertTrue(removal.clean(), removal.toString());
        assertFalse(workstation.screen().find(BUTTON).isPresent());
        plugins.assertUnloads(PluginBot.built(), 3, () -> {
            workstation.hands().click(workstation.screen().await(STRIPE));
            workstation.screen().await(BUTTON);
            plugins.run(ID + ".greet");
            workstation.screen().await(Locator.text("Hello to everybody"));
        });
    }
}
