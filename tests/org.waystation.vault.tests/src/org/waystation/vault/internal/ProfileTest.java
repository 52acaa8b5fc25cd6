package org.waystation.vault.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    @TempDir
    Path temp;

    @Test
    void aProfileIsHeldByOneAlone() throws Exception {
        Path folder = temp.resolve("profile");
        try (ProfileLock held = ProfileLock.acquire(folder)) {
            ProfileHeldException fault = assertThrows(ProfileHeldException.class, () -> ProfileLock.acquire(folder));
            String message = String.valueOf(fault.getMessage());
            assertTrue(message.contains(folder.toString()), message);
            assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
        }
        ProfileLock.acquire(folder).close();
    }

    @Test
    void theFolderIsTheOneNamedElseTheSystemsUsualPlace() {
        Path home = temp.toAbsolutePath();
        assertEquals(
                home.resolve("p"),
                of(Map.of("waystation.profile", home.resolve("p").toString()), Map.of()));
        assertEquals(
                home.resolve(".local/share/waystation/default"),
                of(Map.of("os.name", "Linux", "user.home", home.toString()), Map.of()));
        assertEquals(
                home.resolve("data/waystation/default"),
                of(
                        Map.of("os.name", "Linux", "user.home", home.toString()),
                        Map.of("XDG_DATA_HOME", home.resolve("data").toString())));
        assertEquals(
                home.resolve("Library/Application Support/Waystation/default"),
                of(Map.of("os.name", "Mac OS X", "user.home", home.toString()), Map.of()));
        assertEquals(
                home.resolve("Local/Waystation/default"),
                of(
                        Map.of("os.name", "Windows 11", "user.home", home.toString()),
                        Map.of("LOCALAPPDATA", home.resolve("Local").toString())));
    }

    private static Path of(Map<String, String> properties, Map<String, String> environment) {
        return ProfileFolder.of(properties::get, environment);
    }
}
