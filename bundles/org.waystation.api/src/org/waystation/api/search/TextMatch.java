package org.waystation.api.search;

/**
 * A part of a text that fits what was typed.
 *
 * @param start of its first character
 * @param end after its last character
 */
public record TextMatch(int start, int end) {}
