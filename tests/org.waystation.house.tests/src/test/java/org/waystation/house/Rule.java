package org.waystation.house;

import java.io.IOException;
import java.util.List;

/** Something that holds for every bundle. */
interface Rule {

    /** One line for each place where it does not hold. */
    List<String> violations(House house) throws IOException;
}
