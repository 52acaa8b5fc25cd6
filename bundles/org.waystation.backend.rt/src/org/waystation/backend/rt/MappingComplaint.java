package org.waystation.backend.rt;

/**
 * Something in a mapping that has to be set right before it can be used.
 *
 * @param place which field it is about
 * @param row of the companies, or of the priorities from the most urgent one, from 0; 0 where there is one of it
 * @param sentence for whoever edits it
 */
public record MappingComplaint(Place place, int row, String sentence) {

    /** A field of the mapping. */
    public enum Place {
        MARKER,
        COMPANIES,
        COMPANY_FIELD,
        COMPANY_NAME,
        COMPANY_DOMAINS,
        COMPANY_QUEUES,
        COMPANY_CONTACT,
        COMPANY_AGREEMENT,
        DEFAULT_QUEUE,
        PRIORITY,
        DEFAULT_CATALOG,
        DEFAULT_CLASS,
        ARTICLE_BODY
    }
}
