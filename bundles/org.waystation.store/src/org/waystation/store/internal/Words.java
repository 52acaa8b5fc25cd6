package org.waystation.store.internal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.Term;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;

/**
 * An open vocabulary in a column: a known word as its place in the order in which it is offered, any other as itself.
 * SQLite sorts integers before text (https://www.sqlite.org/datatype3.html), so unknown words come last.
 */
enum Words {
    STATUS(TicketStatus.KNOWN),
    PRIORITY(Priority.KNOWN),
    TYPE(TicketType.KNOWN),
    ORIGIN(Origin.KNOWN),
    AGREEMENT(AgreementKind.KNOWN),
    ASSET_KIND(AssetKind.KNOWN),
    ASSET_STATE(AssetState.KNOWN),
    ARTICLE_STATE(ArticleState.KNOWN),
    ARTICLE_VISIBILITY(ArticleVisibility.KNOWN);

    private final List<String> known;

    Words(List<? extends Term> known) {
        this.known = known.stream().map(Term::code).toList();
    }

    Object rank(String code) {
        int place = known.indexOf(code);
        return place >= 0 ? (Object) place : code;
    }

    /** The code behind a rank as it was read. */
    String code(@Nullable Object rank) {
        return rank instanceof Number place ? known.get(place.intValue()) : rank == null ? "" : rank.toString();
    }

    /** The rank of the word that somebody typed, by its code or as it reads: "In progress". */
    Object meant(String typed) {
        return rank(typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    }
}
