package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waystation.testkit.Installation;

/** {@code screenshot} and {@code bench} of the command line. */
public final class Main {

    private static final int MISUSE = 2;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Iterator<String> words = List.of(arguments).iterator();
        try {
            switch (words.hasNext() ? words.next() : "") {
                case "screenshot" -> screenshot(words);
                case "bench" -> bench(words);
                default -> throw new Misuse("say screenshot or bench");
            }
        } catch (Misuse e) {
            System.err.println("waystation: " + e.getMessage());
            System.exit(MISUSE);
        }
    }

    private static void screenshot(Iterator<String> words) throws IOException {
        String names = Arrays.stream(Scene.values()).map(Scene::word).collect(Collectors.joining(", "));
        String name = next(words, "screenshot needs a screen: " + names);
        if (name.equals("--renew")) {
            renew(words);
            return;
        }
        List<Scene> scenes = new ArrayList<>(List.of(scene(name)));
        String theme = "light";
        int scale = 1;
        Path out = null;
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--theme" -> theme = oneOf(words, option, "light", "dark");
                case "--scale" -> scale = Integer.parseInt(oneOf(words, option, "1", "2"));
                case "--out" -> out = Path.of(next(words, "--out needs a file"));
                default -> scenes.add(scene(option));
            }
        }
        if (out == null) {
            throw new Misuse("screenshot needs --out FILE, of several screens --out FOLDER");
        }
        Path target = out;
        boolean several = scenes.size() > 1;
        try (PictureTracker tracker = new PictureTracker()) {
            new Pictures(Installation.fromProperties(), scratch(), tracker)
                    .take(scenes, theme, scale, each -> several ? target.resolve(each.word() + ".png") : target);
        }
        System.out.println(out);
    }

    private static Scene scene(String word) {
        return Scene.of(word)
                .orElseThrow(() -> new Misuse("unknown screen or option '" + word + "', say one of "
                        + Arrays.stream(Scene.values()).map(Scene::word).collect(Collectors.joining(", "))));
    }

    /** Takes every screen as it is now for the way it is meant; see the difference before committing it. */
    private static void renew(Iterator<String> words) throws IOException {
        List<Scene> scenes = new ArrayList<>();
        words.forEachRemaining(word -> scenes.add(scene(word)));
        List<Scene> meant = scenes.isEmpty() ? List.of(Scene.values()) : scenes;
        Path folder = Path.of(System.getProperty("waystation.baseline"));
        Baseline baseline = new Baseline(folder);
        try (PictureTracker tracker = new PictureTracker()) {
            for (String theme : List.of("light", "dark")) {
                Path scratch = scratch();
                Map<Scene, Shot> shots = new Pictures(Installation.fromProperties(), scratch, tracker)
                        .take(meant, theme, 1, scene -> scratch.resolve(scene.word() + ".png"));
                for (Map.Entry<Scene, Shot> shot : shots.entrySet()) {
                    baseline.renew(shot.getKey(), theme, shot.getValue());
                }
            }
        }
        System.out.println(folder);
    }

    private static void bench(Iterator<String> words) throws IOException {
        if (!words.hasNext()) {
            System.out.println(
                    "start   process start to filled queue, and resident memory [--samples small,scale] [--runs 5]");
            System.out.println("plugins start with 0, 10 and 50 idle plug-ins, installation and hot reload [--runs 5]");
            System.out.println("terminal grid beside tmux, output taken in, key to paint; needs tmux");
            System.out.println("sessions forty at once, five flooding, one killed");
            System.out.println("table, type, memory: the window over many tickets [--sample scale] [--rounds 20]");
            System.out.println("search  search as one types over many tickets [--tickets 1000000]");
            System.out.println("insight summing up the work of all companies [--tickets 200000]");
            System.out.println("store   filling, saving, tables over many tickets [--tickets 1000000]");
            return;
        }
        String name = words.next();
        if (List.of("search", "store", "insight").contains(name)) {
            storeBench(name, words);
            return;
        }
        if (WindowBenches.NAMES.contains(name)) {
            windowBench(name, words);
            return;
        }
        if (!List.of("start", "plugins").contains(name)) {
            throw new Misuse("unknown benchmark '" + name + "': start, plugins, search, store, insight, "
                    + String.join(", ", WindowBenches.NAMES));
        }
        List<String> samples = new ArrayList<>(List.of("small"));
        int runs = 5;
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--samples" ->
                    samples = List.of(next(words, "--samples needs a list").split(","));
                case "--runs" -> runs = Integer.parseInt(oneOf(words, option, "1", "3", "5", "7", "9"));
                default -> throw new Misuse("unknown option '" + option + "' for bench " + name);
            }
        }
        Installation installation = Installation.fromProperties();
        if (name.equals("plugins")) {
            Path sample = installation.sample("org.waystation.samples.hello");
            Path scratch = scratch();
            try {
                new PluginsBench(installation, sample, runs)
                        .measure(scratch)
                        .forEach(figure -> System.out.println(figure.line()));
            } finally {
                StoreBench.delete(scratch);
            }
            return;
        }
        StartBench bench = new StartBench(installation, installation.bundle("org.waystation.empty"), runs);
        for (String sample : samples) {
            bench.measure(sample, scratch()).forEach(figure -> System.out.println(figure.line()));
        }
    }

    private static void windowBench(String name, Iterator<String> words) throws IOException {
        String sample = "scale";
        int rounds = 20;
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--sample" -> sample = oneOf(words, option, "small", "reference", "scale");
                case "--rounds" -> rounds = Integer.parseInt(oneOf(words, option, "5", "20", "100", "500"));
                default -> throw new Misuse("unknown option '" + option + "' for bench " + name);
            }
        }
        new WindowBenches(Installation.fromProperties(), sample, rounds)
                .measure(name, scratch())
                .forEach(figure -> System.out.println(figure.line()));
    }

    private static void storeBench(String name, Iterator<String> words) throws IOException {
        int tickets = name.equals("insight") ? 200_000 : 1_000_000;
        while (words.hasNext()) {
            String option = words.next();
            if (!option.equals("--tickets")) {
                throw new Misuse("unknown option '" + option + "' for this benchmark");
            }
            tickets = Integer.parseInt(oneOf(words, option, "10000", "100000", "200000", "1000000"));
        }
        Path scratch = scratch();
        try {
            List<Figure> figures = name.equals("insight")
                    ? new InsightBench(tickets).measure(scratch)
                    : new StoreBench(tickets).measure(name.equals("search"), scratch);
            figures.forEach(figure -> System.out.println(figure.line()));
        } finally {
            StoreBench.delete(scratch);
        }
    }

    private static Path scratch() throws IOException {
        return Files.createTempDirectory("waystation-e2e");
    }

    private static String oneOf(Iterator<String> words, String option, String... allowed) {
        String value = next(words, option + " needs one of " + String.join(", ", allowed));
        if (!List.of(allowed).contains(value)) {
            throw new Misuse(option + " '" + value + "' is none of " + String.join(", ", allowed));
        }
        return value;
    }

    private static String next(Iterator<String> words, String complaint) {
        if (!words.hasNext()) {
            throw new Misuse(complaint);
        }
        return words.next();
    }

    /** The command line was not understood; the message is one line. */
    private static final class Misuse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }
}
