package org.waystation.api.companies;

import java.util.UUID;

/**
 * That somebody begins to work at a company where something is to be known before.
 *
 * @param note what
 * @param first whether it was not shown on this visit yet
 */
public record Visit(UUID companyId, String companyName, String note, boolean first) {}
