package org.waystation.api.settings;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Values of settings; kept in the profile, readable from any thread. */
@ProviderType
public interface Settings {

    boolean flag(Setting.Toggle setting);

    String choice(Setting.Choice setting);

    int amount(Setting.Amount setting);

    String text(Setting.Text setting);

    /**
     * The value of a setting that a bundle declares as data, in its stored form: {@code true} or {@code false}, the value
     * of the option, digits, or the text.
     *
     * @throws IllegalArgumentException where no bundle declares the key
     */
    String value(String key);

    /** Sets a value by its stored form; a value that does not fit throws {@link IllegalArgumentException} naming the setting. */
    void set(Setting setting, String value);

    /** Calls the listener with the key of each setting that changes. Closing ends it. */
    AutoCloseable listen(Executor deliverOn, Consumer<String> listener);
}
