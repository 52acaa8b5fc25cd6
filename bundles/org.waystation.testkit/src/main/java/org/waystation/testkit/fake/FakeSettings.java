package org.waystation.testkit.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.Settings;

/** Settings in memory; what was not set has its fallback, and what does not fit is refused as in the program. */
public final class FakeSettings implements Settings {

    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, String> declared = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public boolean flag(Setting.Toggle setting) {
        return value(setting, Boolean::valueOf, setting.fallback());
    }

    @Override
    public String choice(Setting.Choice setting) {
        return value(setting, text -> text, setting.fallback());
    }

    @Override
    public int amount(Setting.Amount setting) {
        return value(setting, Integer::valueOf, setting.fallback());
    }

    @Override
    public String text(Setting.Text setting) {
        return value(setting, text -> text, setting.fallback());
    }

    @Override
    public String value(String key) {
        String fallback = declared.get(key);
        if (fallback == null) {
            throw new IllegalArgumentException("No bundle declares the setting “" + key + "”.");
        }
        return values.getOrDefault(key, fallback);
    }

    /** As if a bundle's declarations had this setting. */
    public FakeSettings declare(String key, String fallback) {
        declared.put(key, fallback);
        return this;
    }

    @Override
    public void set(Setting setting, String value) {
        if (!fits(setting, value)) {
            throw new IllegalArgumentException(setting.key() + " cannot be '" + value + "'");
        }
        values.put(setting.key(), value);
        listeners.forEach(listener -> listener.accept(setting.key()));
    }

    @Override
    public AutoCloseable listen(Executor deliverOn, Consumer<String> listener) {
        Consumer<String> delivering = key -> deliverOn.execute(() -> listener.accept(key));
        listeners.add(delivering);
        return () -> listeners.remove(delivering);
    }

    /** How many still listen: a plug-in that is gone listens no more. */
    public int listeners() {
        return listeners.size();
    }

    private <T> T value(Setting setting, Function<String, T> read, T fallback) {
        String value = values.get(setting.key());
        return value == null ? fallback : read.apply(value);
    }

    private static boolean fits(Setting setting, String value) {
        if (setting instanceof Setting.Toggle) {
            return value.equals("true") || value.equals("false");
        }
        if (setting instanceof Setting.Choice choice) {
            return choice.options().stream().anyMatch(option -> option.value().equals(value));
        }
        if (setting instanceof Setting.Amount amount) {
            return value.matches("-?\\d{1,9}")
                    && Integer.parseInt(value) >= amount.least()
                    && Integer.parseInt(value) <= amount.most();
        }
        return value.lines().count() <= 1;
    }
}
