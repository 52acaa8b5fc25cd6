package org.waystation.server.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places to fill in. {@code {asset}} is a value of the scene, {@code {a|b}} one of some texts,
 * {@code {disk:91-97}} a number; {@code {name=a|b}} is chosen once a scene, and so is every number, so that later texts
 * can repeat them as {@code {name}} and {@code {disk}}.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern RANGE = Pattern.compile("([a-z]+):([0-9]+)-([0-9]+)");

    /** A part of the text. */
    private sealed interface Part {
        void write(Scene scene, StringBuilder out);
    }

    private record Plain(String text) implements Part {
        @Override
        public void write(Scene scene, StringBuilder out) {
            out.append(text);
        }
    }

    private record Value(String name) implements Part {
        @Override
        public void write(Scene scene, StringBuilder out) {
            out.append(scene.value(name));
        }
    }

    private record Choice(List<String> texts) implements Part {
        @Override
        public void write(Scene scene, StringBuilder out) {
            out.append(texts.get(scene.random().nextInt(texts.size())));
        }
    }

    private record Named(String name, Part part) implements Part {
        @Override
        public void write(Scene scene, StringBuilder out) {
            out.append(scene.remember(name, () -> {
                StringBuilder text = new StringBuilder();
                part.write(scene, text);
                return text.toString();
            }));
        }
    }

    private record Number(int low, int high) implements Part {
        @Override
        public void write(Scene scene, StringBuilder out) {
            out.append(low + scene.random().nextInt(high - low + 1));
        }
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            if (place.start() > end) {
                parts.add(new Plain(text.substring(end, place.start())));
            }
            parts.add(part(place.group(1)));
            end = place.end();
        }
        if (end < text.length()) {
            parts.add(new Plain(text.substring(end)));
        }
        return new Template(parts);
    }

    private static Part part(String place) {
        Matcher range = RANGE.matcher(place);
        if (range.matches()) {
            int low = Integer.parseInt(range.group(2));
            return new Named(range.group(1), new Number(low, Integer.parseInt(range.group(3))));
        }
        if (!place.contains("|")) {
            return new Value(place);
        }
        int equals = place.indexOf('=');
        boolean named = equals > 0 && place.substring(0, equals).matches("[a-z]+");
        Choice choice =
                new Choice(Arrays.asList(place.substring(named ? equals + 1 : 0).split("\\|", -1)));
        return named ? new Named(place.substring(0, equals), choice) : choice;
    }

    String fill(Scene scene) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            part.write(scene, out);
        }
        return out.toString();
    }
}
