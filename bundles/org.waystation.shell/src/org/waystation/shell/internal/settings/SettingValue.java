package org.waystation.shell.internal.settings;

import java.util.Optional;
import org.waystation.api.settings.Setting;

/** Whether a stored form fits a setting, and what a setting is where nothing fitting is stored. */
final class SettingValue {

    private static final int LONGEST_TEXT = 4_000;

    private SettingValue() {}

    static String fallback(Setting setting) {
        return switch (setting) {
            case Setting.Toggle toggle -> Boolean.toString(toggle.fallback());
            case Setting.Choice choice -> choice.fallback();
            case Setting.Amount amount -> Integer.toString(amount.fallback());
            case Setting.Text text -> text.fallback();
        };
    }

    /** What is wrong with the value, as a sentence that names the setting; empty when it fits. */
    static Optional<String> complaint(Setting setting, String value) {
        return switch (setting) {
            case Setting.Toggle toggle ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("“" + toggle.label() + "” is either on or off.");
            case Setting.Choice choice ->
                choice.options().stream().anyMatch(option -> option.value().equals(value))
                        ? Optional.empty()
                        : Optional.of("“" + choice.label() + "” has no choice “" + value + "”.");
            case Setting.Amount amount -> amount(amount, value);
            case Setting.Text text ->
                value.length() <= LONGEST_TEXT
                        ? Optional.empty()
                        : Optional.of("“" + text.label() + "” can be at most " + LONGEST_TEXT + " characters long.");
        };
    }

    private static Optional<String> amount(Setting.Amount amount, String value) {
        String bounds =
                "“" + amount.label() + "” is a whole number from " + amount.least() + " to " + amount.most() + ".";
        try {
            int number = Integer.parseInt(value);
            return number >= amount.least() && number <= amount.most() ? Optional.empty() : Optional.of(bounds);
        } catch (NumberFormatException e) {
            return Optional.of(bounds);
        }
    }
}
