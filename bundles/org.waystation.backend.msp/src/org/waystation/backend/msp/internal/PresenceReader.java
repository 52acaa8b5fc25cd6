package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.waystation.api.sync.Presence.Activity;
import org.waystation.api.sync.Presence.Person;

/** Reads who else has a record open. */
final class PresenceReader {

    private final List<Person> others = new ArrayList<>();
    private String name = "";
    private Activity activity = Activity.VIEWING;

    private PresenceReader() {}

    static List<Person> read(JsonInput input) throws IOException {
        PresenceReader reader = new PresenceReader();
        input.object(field -> {
            if ("others".equals(field)) {
                input.array(() -> reader.person(input));
            } else {
                input.skip();
            }
        });
        return List.copyOf(reader.others);
    }

    private void person(JsonInput input) throws IOException {
        name = "";
        activity = Activity.VIEWING;
        input.object(field -> {
            switch (field) {
                case "name" -> name = input.text();
                // What a newer server's people do besides is looking at it, as far as this program knows.
                case "activity" -> activity = "editing".equals(input.text()) ? Activity.EDITING : Activity.VIEWING;
                default -> input.skip();
            }
        });
        others.add(new Person(name, activity));
    }
}
