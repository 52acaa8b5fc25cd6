package org.waystation.vault.internal;

import com.sun.jna.platform.win32.Crypt32Util;
import com.sun.jna.platform.win32.Win32Exception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Windows' data protection (DPAPI, CryptProtectData): it keeps no secrets itself but protects bytes so that only the same
 * user gets them back; these lie beside the profile's other files.
 */
final class WindowsKeyring implements SystemKeyring {

    private final Path file;

    WindowsKeyring(Path folder) {
        this.file = folder.resolve("profile.dpapi");
    }

    @Override
    public String name() {
        return "Windows data protection";
    }

    @Override
    public Optional<byte[]> find(String account) throws IOException {
        try {
            return Optional.of(Crypt32Util.cryptUnprotectData(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (Win32Exception | LinkageError e) {
            throw new IOException("Windows does not give the key back: " + e.getMessage(), e);
        }
    }

    @Override
    public void store(String account, byte[] secret) throws IOException {
        try {
            Files.write(file, Crypt32Util.cryptProtectData(secret));
        } catch (Win32Exception | LinkageError e) {
            throw new IOException("Windows does not protect the key: " + e.getMessage(), e);
        }
    }

    @Override
    public void forget(String account) throws IOException {
        Files.deleteIfExists(file);
    }
}
