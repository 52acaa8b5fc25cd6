package org.waystation.server.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places to fill in. {@code {asset}} is a value of the scene, {@code {a|b}} one of some texts,
 * {@code {disk:91-97}} a number; {@code {name=a|b}} is chosen once a scene, and so is every number, so that later texts
 * can repeat them as {@code {name}} and {@code {disk}}. Texts to choose from may hold places themselves.
 */
final class Template {

    private static final Pattern RANGE = Pattern.compile("([a-z]+):([0-9]+)-([0-9]+)");
    private static final Pattern NAMED = Pattern.compile("([a-z]+)=(.*)", Pattern.DOTALL);

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

    private record Choice(List<Template> texts) implements Part {
        @Override
        public void write(Scene scene, StringBuilder out) {
            texts.get(scene.random().nextInt(texts.size())).write(scene, out);
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
        int done = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', done)) {
            if (open > done) {
                parts.add(new Plain(text.substring(done, open)));
            }
            int close = closing(text, open);
            parts.add(part(text.substring(open + 1, close)));
            done = close + 1;
        }
        if (done < text.length()) {
            parts.add(new Plain(text.substring(done)));
        }
        return new Template(parts);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A brace is not closed in: " + text);
    }

    private static Part part(String place) {
        Matcher range = RANGE.matcher(place);
        if (range.matches()) {
            int low = Integer.parseInt(range.group(2));
            return new Named(range.group(1), new Number(low, Integer.parseInt(range.group(3))));
        }
        Matcher named = NAMED.matcher(place);
        if (named.matches()) {
            return new Named(named.group(1), new Choice(alternatives(named.group(2))));
        }
        List<Template> texts = alternatives(place);
        return texts.size() == 1 ? new Value(place) : new Choice(texts);
    }

    /** The texts between bars, without those bars that stand in inner braces. */
    private static List<Template> alternatives(String text) {
        List<Template> texts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '|' && depth == 0) {
                texts.add(parse(text.substring(start, i)));
                start = i + 1;
            }
        }
        texts.add(parse(text.substring(start)));
        return texts;
    }

    /** Adds what this text gives a name to, so that other texts of the scenario can use it before it is told. */
    void collectNamed(Map<String, Template> named) {
        for (Part part : parts) {
            if (part instanceof Named definition) {
                named.putIfAbsent(definition.name(), new Template(List.of(part)));
            } else if (part instanceof Choice choice) {
                choice.texts().forEach(text -> text.collectNamed(named));
            }
        }
    }

    String fill(Scene scene) {
        StringBuilder out = new StringBuilder();
        write(scene, out);
        return out.toString();
    }

    private void write(Scene scene, StringBuilder out) {
        for (Part part : parts) {
            part.write(scene, out);
        }
    }
}
