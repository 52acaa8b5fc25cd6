package org.waystation.backend.rt.internal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Conditions of a search. Those on one field are alternatives unless they say otherwise; those on several all hold. */
public final class Terms {

    private final ArrayNode terms = Json.array();

    public Terms with(String field, String operator, String value) {
        term(field, operator, value);
        return this;
    }

    /** Holds besides the other conditions on the same field. */
    public Terms and(String field, String operator, String value) {
        term(field, operator, value).put("entry_aggregator", "AND");
        return this;
    }

    private ObjectNode term(String field, String operator, String value) {
        return terms.addObject().put("field", field).put("operator", operator).put("value", value);
    }

    ArrayNode json() {
        return terms.deepCopy();
    }
}
