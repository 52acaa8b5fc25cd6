package org.waystation.api.search;

import java.util.Optional;

/**
 * One result.
 *
 * @param id stable within its provider, so that the selection survives new results
 * @param title what it is; the typed words are marked in it
 * @param detail whose it is or where it is, dim beside the title; may be empty
 * @param icon name of an icon of the shell's family, such as {@code ticket}
 * @param shortcut key binding as shown to people
 * @param open what happens when it is chosen; called on the UI thread
 */
public record SearchHit(
        String id, String title, String detail, String icon, Optional<String> shortcut, Runnable open) {}
