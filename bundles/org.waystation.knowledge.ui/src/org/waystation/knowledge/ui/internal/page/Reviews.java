package org.waystation.knowledge.ui.internal.page;

/** How long an article is relied on before somebody looks at it again. */
public final class Reviews {

    /** Months until the next look, where nobody says otherwise. */
    public static final int MONTHS = 6;

    private Reviews() {}
}
