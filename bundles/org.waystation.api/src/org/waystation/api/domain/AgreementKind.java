package org.waystation.api.domain;

import java.util.List;

/** How a company pays: for being looked after, for a block of hours, or for each repair. */
public record AgreementKind(String code) implements Term {

    public static final AgreementKind MANAGED = new AgreementKind("managed");
    public static final AgreementKind BLOCK_HOURS = new AgreementKind("block_hours");
    public static final AgreementKind BREAK_FIX = new AgreementKind("break_fix");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<AgreementKind> KNOWN = List.of(MANAGED, BLOCK_HOURS, BREAK_FIX);

    /** As the field writes it: break/fix. */
    @Override
    public String label() {
        return equals(BREAK_FIX) ? "Break/fix" : Term.super.label();
    }
}
