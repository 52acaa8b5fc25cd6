package org.waystation.companies.internal;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waystation.api.companies.CompanyQuery;
import org.waystation.api.companies.CompanyRow;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;
import org.waystation.store.live.RowSource;

/** Where the rows of one list of companies come from. */
record CompanySource(CompanyRows all, CompanyQuery query) implements RowSource<CompanyRow> {

    /** Holds the rows themselves. */
    private record Whole(List<CompanyRow> rows) implements RowOrder {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public int indexOf(UUID id) {
            return IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).id().equals(id))
                    .findFirst()
                    .orElse(-1);
        }
    }

    @Override
    public List<CompanyRow> first(int limit) throws StoreException {
        List<CompanyRow> rows = all.of(query);
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    @Override
    public RowOrder order() throws StoreException {
        return new Whole(all.of(query));
    }

    @Override
    public List<@Nullable CompanyRow> rows(RowOrder order, int from, int to) {
        if (order instanceof Whole whole) {
            return List.copyOf(whole.rows().subList(from, to));
        }
        throw new IllegalArgumentException("The order of another list: " + order);
    }
}
