package org.waystation.server.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;

/**
 * Reads scenarios from text. A line {@code ## type origin source priorities key=value…} begins one; the lines up to the
 * first step are subjects; a line {@code @author visibility [last] [minutes work]} begins a step.
 */
final class ScenarioReader {

    private final List<Scenario> scenarios = new ArrayList<>();

    static List<Scenario> read(String resource) {
        ScenarioReader reader = new ScenarioReader();
        List<String> block = new ArrayList<>();
        for (String line : Pools.lines(resource)) {
            if (line.startsWith("## ") && !block.isEmpty()) {
                reader.scenario(block);
                block.clear();
            }
            block.add(line);
        }
        reader.scenario(block);
        return List.copyOf(reader.scenarios);
    }

    private void scenario(List<String> lines) {
        String[] head = lines.getFirst().substring(3).strip().split(" +");
        Map<String, String> options = new HashMap<>();
        Arrays.stream(head).skip(4).map(word -> word.split("=", 2)).forEach(word -> options.put(word[0], word[1]));
        List<Template> subjects = new ArrayList<>();
        List<Scenario.Step> steps = new ArrayList<>();
        int i = 1;
        for (; i < lines.size() && !lines.get(i).startsWith("@"); i++) {
            if (!lines.get(i).isBlank()) {
                subjects.add(Template.parse(lines.get(i).strip()));
            }
        }
        while (i < lines.size()) {
            String stepHead = lines.get(i++);
            StringBuilder text = new StringBuilder();
            for (; i < lines.size() && !lines.get(i).startsWith("@"); i++) {
                text.append(lines.get(i)).append('\n');
            }
            steps.add(step(stepHead, text.toString().strip()));
        }
        Map<String, Template> named = new HashMap<>();
        subjects.forEach(subject -> subject.collectNamed(named));
        steps.forEach(step -> step.text().collectNamed(named));
        scenarios.add(new Scenario(
                new TicketType(head[0]),
                new Origin(head[1]),
                head[2],
                words(head[3]).stream().map(Priority::new).toList(),
                words(options.getOrDefault("on", "")).stream()
                        .map(AssetKind::new)
                        .toList(),
                words(options.getOrDefault("tags", "")),
                Integer.parseInt(options.getOrDefault("weight", "4")),
                List.copyOf(subjects),
                List.copyOf(steps),
                Map.copyOf(named),
                Map.copyOf(options)));
    }

    private static Scenario.Step step(String head, String text) {
        List<String> words = new ArrayList<>(List.of(head.substring(1).split(" +")));
        boolean last = words.remove("last");
        boolean timed = words.size() > 3;
        return new Scenario.Step(
                Scenario.Author.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
                new Visibility(words.get(1)),
                last,
                timed ? Integer.parseInt(words.get(2)) : 0,
                timed ? Optional.of(new WorkType(words.get(3))) : Optional.empty(),
                Template.parse(text));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
