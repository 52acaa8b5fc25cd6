package org.waystation.plugins.internal.heap;

/** Is told what a dump of the heap holds, in the order of the file. Ids are those of the dump; 0 is null. */
interface HeapVisitor {

    default void root(String kind, long id) {}

    default void type(HeapType type) {}

    /** One object, with each reference it holds; {@code name} is a field, or an index in brackets. */
    default void object(long id, long typeId, References references) {}

    /** Gives the references of the object at hand. */
    @FunctionalInterface
    interface References {
        void each(Reference receiver);
    }

    /** Takes one reference. */
    @FunctionalInterface
    interface Reference {
        void to(long id, String name);
    }
}
