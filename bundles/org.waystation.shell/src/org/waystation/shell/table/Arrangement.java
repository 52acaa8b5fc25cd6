package org.waystation.shell.table;

import java.util.ArrayList;
import java.util.List;

/** Which columns are shown, in which order and how wide; goes to and from text to be remembered. */
public record Arrangement(List<Place> places) {

    /** One column. */
    public record Place(String id, int width, boolean shown) {}

    public Arrangement {
        places = List.copyOf(places);
    }

    /** Reads what {@link #toString} wrote; what cannot be read is left out, so that an old or broken memory does no harm. */
    public static Arrangement parse(String text) {
        List<Place> places = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] fields = part.split(":");
            if (fields.length == 3 && fields[1].matches("\\d{1,4}")) {
                places.add(new Place(fields[0], Integer.parseInt(fields[1]), "shown".equals(fields[2])));
            }
        }
        return new Arrangement(places);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Place place : places) {
            text.append(text.isEmpty() ? "" : ";")
                    .append(place.id())
                    .append(':')
                    .append(place.width())
                    .append(':')
                    .append(place.shown() ? "shown" : "hidden");
        }
        return text.toString();
    }
}
