package org.waystation.api.search;

import java.util.List;
import org.waystation.api.record.RecordRef;

/**
 * One record whose text fits.
 *
 * @param record what was found
 * @param opens what to open for it: a note's ticket, else the record itself
 * @param title its name, subject or title; of a note that of its ticket
 * @param titleMatches what fits in the title, in order
 * @param snippet a piece of its longer text around what fits; empty where only the title does
 * @param snippetMatches what fits in the snippet, in order
 * @param rank how well it fits, higher is better; to be compared within one answer only
 */
public record TextHit(
        RecordRef record,
        RecordRef opens,
        String title,
        List<TextMatch> titleMatches,
        String snippet,
        List<TextMatch> snippetMatches,
        double rank) {

    public TextHit {
        titleMatches = List.copyOf(titleMatches);
        snippetMatches = List.copyOf(snippetMatches);
    }
}
