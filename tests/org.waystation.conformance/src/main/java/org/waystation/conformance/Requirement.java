package org.waystation.conformance;

/**
 * One thing that the contract promises.
 *
 * @param id stable, its area before the dot
 * @param sentence what must be so
 * @param check asks the server
 */
public record Requirement(String id, String sentence, Check check) {

    /** Asks, and returns where all is well. */
    @FunctionalInterface
    public interface Check {

        /**
         * @throws Unmet if it is not so
         * @throws NotAsked if it cannot be asked here
         * @throws Exception if no answer came at all
         */
        void ask(Bench bench) throws Exception;
    }

    public String area() {
        return id.substring(0, id.indexOf('.'));
    }
}
