package org.waystation.shell.internal.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

/** All pages and settings that there are, searchable by every word that is shown. */
public final class SettingsIndex {

    private final List<SettingsPage> pages;

    /** A setting and the page it is on. */
    public record Found(SettingsPage page, Setting setting) {}

    public SettingsIndex(List<SettingsPage> pages) {
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(SettingsPage::order).thenComparing(SettingsPage::title))
                .toList();
    }

    public List<SettingsPage> pages() {
        return pages;
    }

    /** Settings in which each of the words stands somewhere, those with all words in the label first. */
    public List<Found> find(String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<Found> inLabel = new ArrayList<>();
        List<Found> elsewhere = new ArrayList<>();
        for (SettingsPage page : pages) {
            for (Setting setting : page.settings()) {
                if (holdsAll(setting.label(), words)) {
                    inLabel.add(new Found(page, setting));
                } else if (holdsAll(everything(page, setting), words)) {
                    elsewhere.add(new Found(page, setting));
                }
            }
        }
        inLabel.addAll(elsewhere);
        return inLabel;
    }

    private static String everything(SettingsPage page, Setting setting) {
        StringBuilder all = new StringBuilder(page.title());
        all.append(' ').append(setting.label()).append(' ').append(setting.help());
        if (setting instanceof Setting.Choice choice) {
            choice.options().forEach(option -> all.append(' ').append(option.label()));
        }
        return all.toString();
    }

    private static boolean holdsAll(String shown, String[] words) {
        String lower = shown.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
