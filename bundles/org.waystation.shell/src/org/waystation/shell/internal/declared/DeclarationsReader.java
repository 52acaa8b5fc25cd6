package org.waystation.shell.internal.declared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.swt.graphics.RGB;
import org.waystation.api.settings.Setting;
import org.waystation.shell.internal.declared.Declared.Group;
import org.waystation.shell.internal.declared.Declared.Page;
import org.waystation.shell.theme.Theme;
import org.waystation.shell.theme.Tone;

/** Reads a declarations file. One thing that does not make sense makes all of it wrong, so that it is noticed. */
final class DeclarationsReader {

    private static final int MOST = 1 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> FILE = Set.of("settings", "notificationGroups", "themes");
    private static final Set<String> PAGE = Set.of("title", "order", "settings");
    private static final Set<String> SETTING =
            Set.of("type", "key", "label", "help", "default", "options", "unit", "least", "most");
    private static final Set<String> OPTION = Set.of("value", "label");
    private static final Set<String> GROUP = Set.of("name", "summary", "balloons");
    private static final Set<String> THEME = Set.of("id", "name", "base", "colors");

    private DeclarationsReader() {}

    static Declared read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new IOException("it is larger than " + MOST + " bytes");
        }
        Entry file = Entry.of(MAPPER.readTree(bytes), "", FILE);
        List<Page> pages = new ArrayList<>();
        for (Entry page : file.entries("settings", PAGE)) {
            pages.add(new Page(page.text("title"), page.number("order"), settings(page)));
        }
        List<Group> groups = new ArrayList<>();
        for (Entry group : file.entries("notificationGroups", GROUP)) {
            groups.add(new Group(group.text("name"), group.textOrNone("summary"), group.flag("balloons")));
        }
        List<Theme> themes = new ArrayList<>();
        for (Entry theme : file.entries("themes", THEME)) {
            themes.add(new Theme(theme.text("id"), theme.text("name"), isDark(theme), colors(theme)));
        }
        return new Declared(pages, groups, themes);
    }

    private static List<Setting> settings(Entry page) throws IOException {
        List<Setting> settings = new ArrayList<>();
        for (Entry each : page.entries("settings", SETTING)) {
            settings.add(setting(each, each.text("key"), each.text("label"), each.textOrNone("help")));
        }
        return settings;
    }

    private static Setting setting(Entry entry, String key, String label, String help) throws IOException {
        String type = entry.text("type");
        return switch (type) {
            case "toggle" -> new Setting.Toggle(key, label, help, entry.flag("default"));
            case "choice" -> new Setting.Choice(key, label, help, options(entry), entry.text("default"));
            case "amount" ->
                new Setting.Amount(
                        key,
                        label,
                        help,
                        entry.textOrNone("unit"),
                        entry.number("least"),
                        entry.number("most"),
                        entry.number("default"));
            case "text" -> new Setting.Text(key, label, help, entry.textOrNone("default"));
            default -> throw entry.wrong("type", "toggle, choice, amount or text");
        };
    }

    private static List<Setting.Option> options(Entry entry) throws IOException {
        List<Setting.Option> options = new ArrayList<>();
        for (Entry option : entry.entries("options", OPTION)) {
            options.add(new Setting.Option(option.text("value"), option.text("label")));
        }
        String fallback = entry.text("default");
        if (options.stream().noneMatch(option -> option.value().equals(fallback))) {
            throw entry.wrong("default", "one of the options");
        }
        return options;
    }

    private static boolean isDark(Entry theme) throws IOException {
        return switch (theme.text("base")) {
            case "dark" -> true;
            case "light" -> false;
            default -> throw theme.wrong("base", "light or dark");
        };
    }

    private static Map<Tone, RGB> colors(Entry theme) throws IOException {
        Map<Tone, RGB> colors = new EnumMap<>(Tone.class);
        JsonNode given = theme.node().path("colors");
        Entry named = new Entry(given, theme.at() + ".colors");
        for (String name : (Iterable<String>) given::fieldNames) {
            colors.put(tone(named, name), rgb(named, name));
        }
        return colors;
    }

    private static Tone tone(Entry colors, String name) throws IOException {
        try {
            return Tone.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IOException(colors.at() + " has “" + name + "”, which is no tone", e);
        }
    }

    private static RGB rgb(Entry colors, String name) throws IOException {
        String hex = colors.text(name);
        if (!hex.matches("#[0-9A-Fa-f]{6}")) {
            throw colors.wrong(name, "a colour such as #1F2329");
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return new RGB(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }
}
