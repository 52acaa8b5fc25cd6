package org.waystation.store;

import java.util.UUID;

/** The order of a query's rows, as compact keys. */
public interface RowOrder {

    int size();

    /** Where a record stands, or -1. */
    int indexOf(UUID id) throws StoreException;
}
