package org.waystation.api.status;

/**
 * What an item of the status bar says.
 *
 * @param text a few words; empty hides the item
 * @param hover what hovering tells beyond that; may be empty
 * @param attention whether somebody should look; shown by colour, so the words have to say it too
 */
public record StatusText(String text, String hover, boolean attention) {}
