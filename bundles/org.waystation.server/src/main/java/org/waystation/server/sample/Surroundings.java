package org.waystation.server.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What stands around a customer's devices as they are made: where they are, who uses them, what they run on.
 *
 * @param sites the main one first
 * @param servers those that were made so far
 * @param switches those that were made so far
 */
record Surroundings(
        UUID companyId, List<UUID> sites, List<SampleCompany.Person> people, List<UUID> servers, List<UUID> switches) {

    Surroundings(UUID companyId, List<UUID> sites, List<SampleCompany.Person> people) {
        this(companyId, sites, people, new ArrayList<>(), new ArrayList<>());
    }

    static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
