package org.waystation.api.views;

/**
 * A view about to be saved.
 *
 * @param name what it is called, 1 to {@value #NAME_MAX} characters
 * @param lists the kind of record it lists, such as {@code ticket}
 * @param query the filter, as typed
 * @param sortBy name of a column; a minus before it means the last first
 * @param groupBy name of a column; empty for no groups
 * @param shared whether colleagues are offered it
 */
public record ViewDraft(String name, String lists, String query, String sortBy, String groupBy, boolean shared) {

    public static final int NAME_MAX = 200;
}
