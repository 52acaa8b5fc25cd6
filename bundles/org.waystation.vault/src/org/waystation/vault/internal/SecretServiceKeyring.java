package org.waystation.vault.internal;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keyring of a Linux desktop: the Secret Service of freedesktop.org, which GNOME Keyring and KWallet provide, through
 * libsecret (https://gnome.pages.gitlab.gnome.org/libsecret/).
 */
final class SecretServiceKeyring implements SystemKeyring {

    private static final String LABEL = "Waystation profile key";
    private static final String ATTRIBUTE = "profile";

    /** Of the struct SecretSchema: a name, flags, 32 pairs of name and type, and what is reserved. */
    private static final int SCHEMA_SIZE = 640;

    private static final int FIRST_ATTRIBUTE_AT = 16;
    private static final Pointer NONE = Pointer.NULL;

    /** What is used of libsecret. */
    interface Libsecret extends Library {

        boolean secret_password_store_sync(
                Pointer schema,
                @Nullable String collection,
                String label,
                Pointer password,
                @Nullable Pointer cancellable,
                PointerByReference error,
                @Nullable Object... attributes);

        @Nullable
        Pointer secret_password_lookup_sync(
                Pointer schema,
                @Nullable Pointer cancellable,
                PointerByReference error,
                @Nullable Object... attributes);

        boolean secret_password_clear_sync(
                Pointer schema,
                @Nullable Pointer cancellable,
                PointerByReference error,
                @Nullable Object... attributes);

        void secret_password_free(Pointer password);
    }

    @Override
    public String name() {
        return "the desktop's keyring";
    }

    @Override
    public Optional<byte[]> find(String account) throws IOException {
        try (Schema schema = new Schema()) {
            PointerByReference error = new PointerByReference();
            Pointer found =
                    libsecret().secret_password_lookup_sync(schema.memory, NONE, error, ATTRIBUTE, account, null);
            check(error);
            if (found == null) {
                return Optional.empty();
            }
            byte[] text = found.getByteArray(0, length(found));
            libsecret().secret_password_free(found); // wipes it
            try {
                return Optional.of(Base64.getDecoder().decode(text));
            } finally {
                java.util.Arrays.fill(text, (byte) 0);
            }
        }
    }

    @Override
    public void store(String account, byte[] secret) throws IOException {
        byte[] text = Base64.getEncoder().encode(secret);
        try (Schema schema = new Schema();
                Memory copy = new Memory(text.length + 1L)) {
            copy.write(0, text, 0, text.length);
            copy.setByte(text.length, (byte) 0);
            PointerByReference error = new PointerByReference();
            libsecret()
                    .secret_password_store_sync(
                            schema.memory, null, LABEL, copy, NONE, error, ATTRIBUTE, account, null);
            copy.clear();
            check(error);
        } finally {
            java.util.Arrays.fill(text, (byte) 0);
        }
    }

    @Override
    public void forget(String account) throws IOException {
        try (Schema schema = new Schema()) {
            PointerByReference error = new PointerByReference();
            libsecret().secret_password_clear_sync(schema.memory, NONE, error, ATTRIBUTE, account, null);
            check(error);
        }
    }

    private static Libsecret libsecret() throws IOException {
        try {
            return Native.load("secret-1", Libsecret.class);
        } catch (LinkageError e) {
            throw new IOException("There is no keyring here: libsecret is not installed.", e);
        }
    }

    private static int length(Pointer text) {
        int length = 0;
        while (text.getByte(length) != 0) {
            length++;
        }
        return length;
    }

    /** A GError: domain and code, four bytes each, then the message. */
    private static void check(PointerByReference error) throws IOException {
        Pointer fault = error.getValue();
        if (fault != null) {
            throw new IOException(
                    "The keyring does not answer: " + fault.getPointer(8).getString(0, StandardCharsets.UTF_8.name()));
        }
    }

    /** The description of what is stored, as the struct that libsecret wants; it must outlive the call. */
    private static final class Schema implements AutoCloseable {

        private final Memory memory = new Memory(SCHEMA_SIZE);
        private final Memory name = text("org.waystation.Profile");
        private final Memory attribute = text(ATTRIBUTE);

        Schema() {
            memory.clear();
            memory.setPointer(0, name);
            memory.setPointer(FIRST_ATTRIBUTE_AT, attribute); // its type, a text, is 0
        }

        private static Memory text(String text) {
            Memory copy = new Memory(text.length() + 1L);
            copy.setString(0, text, StandardCharsets.US_ASCII.name());
            return copy;
        }

        @Override
        public void close() {
            memory.close();
            name.close();
            attribute.close();
        }
    }
}
