package org.waystation.backend.rt.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.LongFunction;
import org.waystation.api.sync.BackendException;

/**
 * Goes through a collection by its numbers, upwards, a hundred at a time. A number is a safer place to go on at than a page:
 * nothing is passed over or comes twice where records come and go meanwhile. Request Tracker leaves out what we may not see
 * only after it has cut the page, so an empty page is no end for a user who may not see all.
 */
public final class Walk {

    private static final int PAGE = 100;
    private static final int BLIND_PAGES = 2_000;

    private final RtClient client;

    public Walk(RtClient client) {
        this.client = client;
    }

    /** Takes one page in; returns whether to go on. */
    @FunctionalInterface
    public interface Page {
        boolean take(List<JsonNode> items, boolean last) throws BackendException;
    }

    /** Asks for what comes after a number. */
    @FunctionalInterface
    private interface Source {
        JsonNode after(long number, int page, String order) throws BackendException;
    }

    /**
     * By conditions.
     *
     * @param path with the fields wanted, without paging
     * @param from numbers greater than this one
     */
    public void terms(String path, LongFunction<Terms> conditions, long from, Page page) throws BackendException {
        run(
                (after, number, order) -> client.search(
                        paged(path, number, order), conditions.apply(after).and("id", ">", "" + after)),
                from,
                page);
    }

    /**
     * By a query in the language of tickets and assets.
     *
     * @param collection such as {@code tickets}
     */
    public void query(String collection, String fields, String condition, long from, Page page)
            throws BackendException {
        run(
                (after, number, order) -> client.get(paged(
                        collection + "?query=" + RtClient.escape("id > " + after + condition) + "&fields=" + fields,
                        number,
                        order)),
                from,
                page);
    }

    private static String paged(String path, int page, String order) {
        return path + (path.contains("?") ? "&" : "?") + "per_page=" + PAGE + "&page=" + page + "&orderby=id&order="
                + order;
    }

    private static void run(Source source, long from, Page page) throws BackendException {
        long after = from;
        int number = 1;
        while (number < BLIND_PAGES) {
            JsonNode answer = source.after(after, number, "ASC");
            List<JsonNode> items = list(answer);
            boolean seesAll = answer.path("total").isNumber();
            if (!items.isEmpty()) {
                after = Json.number(items.getLast().path("id"));
                boolean last = seesAll
                        ? answer.path("total").asLong() <= items.size()
                        : items.size() < PAGE && newest(source, after) <= after;
                number = 1;
                if (!page.take(items, last) || last) {
                    return;
                }
            } else if (seesAll || newest(source, after) <= after) {
                page.take(List.of(), true);
                return;
            } else {
                number++;
            }
        }
    }

    private static long newest(Source source, long after) throws BackendException {
        List<JsonNode> items = list(source.after(after, 1, "DESC"));
        return items.isEmpty() ? 0 : Json.number(items.getFirst().path("id"));
    }

    private static List<JsonNode> list(JsonNode answer) {
        return answer.path("items").valueStream().toList();
    }
}
