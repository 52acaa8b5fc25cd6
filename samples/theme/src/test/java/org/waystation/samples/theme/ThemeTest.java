package org.waystation.samples.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waystation.shell.theme.Tone;

class ThemeTest {

    private static final Pattern COLOR = Pattern.compile("\"([a-z-]+)\": \"#[0-9A-Fa-f]{6}\"");

    @Test
    void everyColorIsForAToneThatThereIs() throws Exception {
        try (InputStream in = ThemeTest.class.getResourceAsStream("/declarations.json")) {
            Matcher color = COLOR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            int colors = 0;
            while (color.find()) {
                Tone.valueOf(color.group(1).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
                colors++;
            }
            assertTrue(colors > 0, "the theme has colours");
        }
    }
}
