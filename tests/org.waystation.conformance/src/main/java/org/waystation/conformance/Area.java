package org.waystation.conformance;

import java.util.List;

/** Requirements that belong together. */
public interface Area {

    List<Requirement> requirements();
}
