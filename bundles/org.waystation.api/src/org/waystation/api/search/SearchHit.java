package org.waystation.api.search;

import java.util.Optional;
import org.waystation.api.record.RecordRef;

/**
 * One result.
 *
 * @param id stable within its provider, so that the selection survives new results
 * @param title what it is; the typed words are marked in it
 * @param detail whose it is or where it is, dim beside the title; may be empty
 * @param icon name of an icon of the shell's family, such as {@code ticket}
 * @param shortcut key binding as shown to people
 * @param open what happens when it is chosen; called on the UI thread
 * @param record the record it is, to which context actions apply (Alt+Enter) and by which it is shown once only
 * @param exact whether what was typed names this and nothing else, such as a ticket's number or an asset's serial: it
 *     stands above all others
 */
public record SearchHit(
        String id,
        String title,
        String detail,
        String icon,
        Optional<String> shortcut,
        Runnable open,
        Optional<RecordRef> record,
        boolean exact) {

    /** A result that is no record. */
    public SearchHit(String id, String title, String detail, String icon, Optional<String> shortcut, Runnable open) {
        this(id, title, detail, icon, shortcut, open, Optional.empty(), false);
    }

    /** The same result, being this record. */
    public SearchHit of(RecordRef newRecord) {
        return new SearchHit(id, title, detail, icon, shortcut, open, Optional.of(newRecord), exact);
    }

    /** The same result, above all others where what was typed names it. */
    public SearchHit exactIf(boolean newExact) {
        return new SearchHit(id, title, detail, icon, shortcut, open, record, newExact);
    }
}
