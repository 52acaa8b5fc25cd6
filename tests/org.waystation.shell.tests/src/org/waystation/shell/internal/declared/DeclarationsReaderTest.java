package org.waystation.shell.internal.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waystation.api.settings.Setting;
import org.waystation.shell.theme.Theme;
import org.waystation.shell.theme.Tone;

class DeclarationsReaderTest {

    private static Declared read(String json) throws IOException {
        return DeclarationsReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyKindOfThingIsRead() throws IOException {
        Declared declared = read("""
                {"settings": [{"title": "Backups", "order": 500, "settings": [
                   {"type": "toggle", "key": "b.on", "label": "Watch", "help": "All of them", "default": true},
                   {"type": "choice", "key": "b.how", "label": "How", "default": "a",
                    "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
                   {"type": "amount", "key": "b.days", "label": "Days", "unit": "days", "least": 1, "most": 9,
                    "default": 3},
                   {"type": "text", "key": "b.name", "label": "Name"}]}],
                 "notificationGroups": [{"name": "Backups", "balloons": false}],
                 "themes": [{"id": "a.sepia", "name": "Sepia", "base": "light", "colors": {"accent-fill": "#102030"}}]}
                """);
        assertEquals(
                List.of(
                        new Setting.Toggle("b.on", "Watch", "All of them", true),
                        new Setting.Choice(
                                "b.how",
                                "How",
                                "",
                                List.of(new Setting.Option("a", "A"), new Setting.Option("b", "B")),
                                "a"),
                        new Setting.Amount("b.days", "Days", "", "days", 1, 9, 3),
                        new Setting.Text("b.name", "Name", "", "")),
                declared.pages().getFirst().settings());
        assertEquals(List.of(new Declared.Group("Backups", "", false)), declared.groups());
        assertEquals(
                List.of(new Theme("a.sepia", "Sepia", false, Map.of(Tone.ACCENT_FILL, new RGB(0x10, 0x20, 0x30)))),
                declared.themes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"setting\": []} | has “setting”, which is not known; known are notificationGroups, settings, themes",
                "{\"settings\": 1} | settings must be a list",
                "{\"settings\": [{\"title\": \"\", \"order\": 1}]} | settings[0].title must be a text",
                "{\"settings\": [{\"title\": \"T\", \"order\": 1, \"settings\": [{\"type\": \"knob\", \"key\": \"k\","
                        + " \"label\": \"L\"}]}]}"
                        + " | settings[0].settings[0].type must be toggle, choice, amount or text",
                "{\"themes\": [{\"id\": \"i\", \"name\": \"n\", \"base\": \"dark\", \"colors\": {\"glow\": \"#000000\"}}]}"
                        + " | themes[0].colors has “glow”, which is no tone",
                "{\"themes\": [{\"id\": \"i\", \"name\": \"n\", \"base\": \"dark\", \"colors\": {\"text\": \"red\"}}]}"
                        + " | themes[0].colors.text must be a colour such as #1F2329",
            })
    void whatIsWrongIsNamedWithWhereItStands(String json, String complaint) {
        IOException refused = assertThrows(IOException.class, () -> read(json));
        assertEquals(complaint, refused.getMessage().strip());
    }
}
