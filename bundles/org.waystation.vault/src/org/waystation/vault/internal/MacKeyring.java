package org.waystation.vault.internal;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The login keychain of macOS (Security framework, keychain services). */
final class MacKeyring implements SystemKeyring {

    private static final byte[] SERVICE = "org.waystation".getBytes(StandardCharsets.UTF_8);

    /** errSecItemNotFound. */
    private static final int NOT_FOUND = -25300;

    /** What is used of the Security framework. */
    interface Security extends Library {

        int SecKeychainAddGenericPassword(
                @Nullable Pointer keychain,
                int serviceLength,
                byte[] service,
                int accountLength,
                byte[] account,
                int length,
                Pointer password,
                @Nullable PointerByReference item);

        int SecKeychainFindGenericPassword(
                @Nullable Pointer keychain,
                int serviceLength,
                byte[] service,
                int accountLength,
                byte[] account,
                @Nullable IntByReference length,
                @Nullable PointerByReference password,
                @Nullable PointerByReference item);

        int SecKeychainItemFreeContent(@Nullable Pointer attributes, Pointer data);

        int SecKeychainItemDelete(Pointer item);
    }

    @Override
    public String name() {
        return "the login keychain";
    }

    @Override
    public Optional<byte[]> find(String account) throws IOException {
        Security security = security();
        byte[] name = account.getBytes(StandardCharsets.UTF_8);
        IntByReference length = new IntByReference();
        PointerByReference password = new PointerByReference();
        int status = security.SecKeychainFindGenericPassword(
                null, SERVICE.length, SERVICE, name.length, name, length, password, null);
        if (status == NOT_FOUND) {
            return Optional.empty();
        }
        check(status);
        Pointer data = password.getValue();
        try {
            return Optional.of(data.getByteArray(0, length.getValue()));
        } finally {
            data.clear(length.getValue());
            security.SecKeychainItemFreeContent(null, data);
        }
    }

    @Override
    public void store(String account, byte[] secret) throws IOException {
        forget(account);
        byte[] name = account.getBytes(StandardCharsets.UTF_8);
        try (Memory copy = new Memory(secret.length)) {
            copy.write(0, secret, 0, secret.length);
            check(security()
                    .SecKeychainAddGenericPassword(
                            null, SERVICE.length, SERVICE, name.length, name, secret.length, copy, null));
            copy.clear();
        }
    }

    @Override
    public void forget(String account) throws IOException {
        byte[] name = account.getBytes(StandardCharsets.UTF_8);
        PointerByReference item = new PointerByReference();
        int status = security()
                .SecKeychainFindGenericPassword(null, SERVICE.length, SERVICE, name.length, name, null, null, item);
        if (status != NOT_FOUND) {
            check(status);
            check(security().SecKeychainItemDelete(item.getValue()));
        }
    }

    private static Security security() throws IOException {
        try {
            return Native.load("Security", Security.class);
        } catch (LinkageError e) {
            throw new IOException("The keychain cannot be reached: " + e.getMessage(), e);
        }
    }

    private static void check(int status) throws IOException {
        if (status != 0) {
            throw new IOException("The keychain answers with error " + status + ".");
        }
    }
}
