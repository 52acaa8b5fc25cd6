package org.waystation.backend.rt;

import java.util.List;

/**
 * To which companies tickets will belong by a mapping.
 *
 * @param lines most tickets first
 * @param looked how many tickets it was tried on, the newest ones
 * @param all how many tickets there are; 0 where the server does not say
 */
public record RtPreview(List<Line> lines, int looked, long all) {

    /**
     * Tickets of one queue that go to one company.
     *
     * @param company empty for those that go to none
     * @param strangers with those, what names somebody who is not in the mapping: domains or values of the field, most
     *     frequent first
     */
    public record Line(String queue, String company, int tickets, List<String> strangers) {
        public Line {
            strangers = List.copyOf(strangers);
        }
    }

    public RtPreview {
        lines = List.copyOf(lines);
    }
}
