package org.waystation.api.domain;

import java.util.List;

/** Who may read a note. */
public record Visibility(String code) implements Term {

    public static final Visibility INTERNAL = new Visibility("internal");
    public static final Visibility PUBLIC = new Visibility("public");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<Visibility> KNOWN = List.of(INTERNAL, PUBLIC);
}
