package org.waystation.backend.rt.ui.internal.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Term;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;

/** Our own words, by code, with the ones that a mapping has besides. */
final class Words {

    static final List<String> TYPES = codes(TicketType.KNOWN);
    static final List<String> ORIGINS = codes(Origin.KNOWN);
    static final List<String> STATUSES = codes(TicketStatus.KNOWN);
    static final List<String> ASSET_KINDS = codes(AssetKind.KNOWN);
    static final List<String> ASSET_STATES = codes(AssetState.KNOWN);
    static final List<String> AGREEMENT_KINDS = codes(AgreementKind.KNOWN);

    private Words() {}

    private static List<String> codes(List<? extends Term> terms) {
        return terms.stream().map(Term::code).toList();
    }

    /** As a person reads it. */
    static String label(String code) {
        return new TicketType(code).label();
    }

    static String agreement(String code) {
        return code.isEmpty() ? "None" : new AgreementKind(code).label();
    }

    /** The known ones in their order, then others by name. */
    static List<String> with(List<String> known, Collection<String> others) {
        Set<String> more = new TreeSet<>(others);
        more.removeAll(known);
        more.remove("");
        List<String> all = new ArrayList<>(known);
        all.addAll(more);
        return all;
    }
}
