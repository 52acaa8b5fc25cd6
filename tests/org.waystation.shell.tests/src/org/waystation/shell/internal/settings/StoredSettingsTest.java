package org.waystation.shell.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.waystation.api.settings.Setting;
import org.waystation.shell.internal.declared.Declarations;
import org.waystation.shell.internal.files.GenerationFile;
import org.waystation.shell.internal.files.ProfileFiles;
import org.waystation.shell.internal.notify.NotificationCenter;

class StoredSettingsTest {

    private static final Setting.Amount AMOUNT = new Setting.Amount("t.amount", "Days kept", "", "days", 1, 90, 30);
    private static final Setting.Toggle TOGGLE = new Setting.Toggle("t.toggle", "Ask first", "", true);
    private static final Setting.Choice CHOICE = new Setting.Choice(
            "t.choice", "Order", "", List.of(new Setting.Option("up", "Up"), new Setting.Option("down", "Down")), "up");
    private static final Setting.Text TEXT = new Setting.Text("t.text", "Signature", "", "");

    @TempDir
    private Path profile;

    private final NotificationCenter notifications = new NotificationCenter(
            FrameworkUtil.getBundle(StoredSettingsTest.class).getBundleContext());
    private final Declarations declarations =
            new Declarations(FrameworkUtil.getBundle(StoredSettings.class).getBundleContext(), notifications);
    private ProfileFiles files;
    private StoredSettings settings;

    @BeforeEach
    void start() {
        files = new ProfileFiles(() -> profile);
        settings = new StoredSettings(files, notifications, declarations);
    }

    @AfterEach
    void stop() throws Exception {
        files.close();
    }

    /** What a next start finds; everything written is on the disk then. */
    private StoredSettings restarted() throws Exception {
        files.close();
        files = new ProfileFiles(() -> profile);
        return new StoredSettings(files, notifications, declarations);
    }

    @Test
    void aKeyThatNobodyDeclaresIsRefusedByName() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> settings.value("com.acme.interval"));
        assertTrue(refused.getMessage().contains("com.acme.interval"), refused.getMessage());
    }

    @Test
    void unsetIsTheFallback() {
        assertEquals(30, settings.amount(AMOUNT));
        assertTrue(settings.flag(TOGGLE));
        assertEquals("up", settings.choice(CHOICE));
        assertEquals("", settings.text(TEXT));
    }

    @Test
    void whatIsSetHoldsAtOnceAndAfterTheNextStart() throws Exception {
        settings.set(AMOUNT, "7");
        settings.set(TOGGLE, "false");
        settings.set(CHOICE, "down");
        settings.set(TEXT, "two\nlines = 1");
        assertEquals(7, settings.amount(AMOUNT));
        StoredSettings next = restarted();
        assertEquals(7, next.amount(AMOUNT));
        assertFalse(next.flag(TOGGLE));
        assertEquals("down", next.choice(CHOICE));
        assertEquals("two\nlines = 1", next.text(TEXT));
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        for (String wrong : List.of("0", "91", "", "many", "9999999999")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> settings.set(AMOUNT, wrong));
            assertTrue(refused.getMessage().contains("Days kept"), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> settings.set(TOGGLE, "yes"));
        assertThrows(IllegalArgumentException.class, () -> settings.set(CHOICE, "sideways"));
        assertThrows(IllegalArgumentException.class, () -> settings.set(TEXT, "x".repeat(4_001)));
        assertEquals(30, settings.amount(AMOUNT));
    }

    @Test
    void aStoredValueThatNoLongerFitsIsTheFallback() throws Exception {
        new GenerationFile(profile.resolve("shell").resolve(StoredSettings.FILE))
                .write("t.amount=500\nt.choice=gone\n");
        StoredSettings next = restarted();
        assertEquals(30, next.amount(AMOUNT));
        assertEquals("up", next.choice(CHOICE));
    }

    @Test
    void aDamagedFileIsToldOnceAndTheOneBeforeIsUsed() throws Exception {
        settings.set(AMOUNT, "7");
        settings.set(AMOUNT, "8");
        files.close();
        Files.writeString(profile.resolve("shell").resolve(StoredSettings.FILE), "rubbish");
        assertEquals(7, restarted().amount(AMOUNT));
        assertEquals(List.of("The settings file was damaged"), titles());
    }

    @Test
    void whatCannotBeSavedIsToldAndHoldsUntilTheEnd() throws Exception {
        // A file where the folder should be: no rights and no disk make any difference to it.
        Files.writeString(profile.resolve("shell"), "in the way");
        settings.set(AMOUNT, "7");
        files.close();
        assertEquals(7, settings.amount(AMOUNT));
        assertEquals(List.of("Settings could not be saved"), titles());
    }

    @Test
    void listenersHearOfChangesUntilTheyEnd() throws Exception {
        List<String> heard = new ArrayList<>();
        AutoCloseable listening = settings.listen(Runnable::run, heard::add);
        settings.set(AMOUNT, "7");
        settings.set(AMOUNT, "7");
        listening.close();
        settings.set(AMOUNT, "8");
        assertEquals(List.of("t.amount"), heard);
    }

    /** The group “Sync” is declared by the shell itself; the others here are declared by nobody. */
    @Test
    void whatAPluginDeclaredIsForgottenWithItAndNothingElse() throws Exception {
        Setting.Toggle sync = new Setting.Toggle("notify.balloons.Sync", "Balloons of “Sync”", "", true);
        SettingsLedger ledger = new SettingsLedger(settings);
        settings.set(sync, "false");
        settings.set(AMOUNT, "7");
        assertEquals(List.of(), ledger.forget(Set.of("com.acme.other")));
        assertFalse(settings.flag(sync));
        // In a later run too, in which the plug-in did not run.
        StoredSettings next = restarted();
        assertFalse(next.flag(sync));
        assertEquals(
                List.of("setting notify.balloons.Sync"),
                new SettingsLedger(next).forget(Set.of("com.acme.other", "org.waystation.shell")));
        assertTrue(next.flag(sync));
        assertEquals(7, next.amount(AMOUNT));
        StoredSettings last = restarted();
        assertTrue(last.flag(sync));
        assertEquals(7, last.amount(AMOUNT));
    }

    private List<String> titles() {
        return notifications.entries().stream()
                .map(entry -> entry.notification().title())
                .toList();
    }
}
