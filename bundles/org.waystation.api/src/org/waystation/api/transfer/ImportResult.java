package org.waystation.api.transfer;

import java.util.List;

/**
 * What came of an import.
 *
 * @param made how many records were made
 * @param leftOut one sentence for each entry that was left out: where it stands and what is wrong with it
 */
public record ImportResult(int made, List<String> leftOut) {

    public ImportResult {
        leftOut = List.copyOf(leftOut);
    }
}
