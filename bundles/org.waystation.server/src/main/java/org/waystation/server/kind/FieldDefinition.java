package org.waystation.server.kind;

/**
 * One field of a kind.
 *
 * @param name on the wire
 * @param required whether a record must have it once the server has added its own fields
 * @param keptByServer whether the server alone sets it; what a client sends for it is ignored
 */
public record FieldDefinition(String name, FieldType type, boolean required, boolean keptByServer) {

    static FieldDefinition required(String name, FieldType type) {
        return new FieldDefinition(name, type, true, false);
    }

    static FieldDefinition optional(String name, FieldType type) {
        return new FieldDefinition(name, type, false, false);
    }

    static FieldDefinition kept(String name, FieldType type) {
        return new FieldDefinition(name, type, false, true);
    }

    static FieldDefinition keptAlways(String name, FieldType type) {
        return new FieldDefinition(name, type, true, true);
    }
}
