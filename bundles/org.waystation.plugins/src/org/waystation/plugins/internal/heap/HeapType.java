package org.waystation.plugins.internal.heap;

import java.util.List;

/**
 * A class in the dump.
 *
 * @param fields of its instances, without those of its superclass
 * @param statics references that its static fields hold
 */
record HeapType(long id, String name, long superId, long loaderId, List<Field> fields, List<Static> statics) {

    /**
     * A field of an instance.
     *
     * @param size in bytes
     */
    record Field(String name, boolean reference, int size) {}

    record Static(String name, long value) {}
}
