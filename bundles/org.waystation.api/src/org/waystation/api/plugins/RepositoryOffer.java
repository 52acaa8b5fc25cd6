package org.waystation.api.plugins;

/**
 * A package that a repository offers; only what its index says, nothing of it is verified yet.
 *
 * @param repository the repository's address
 * @param news what is new in this version, a sentence or a few; may be empty
 * @param file address of the package, relative to the repository
 * @param contentHash SHA-256 that the package must have
 */
public record RepositoryOffer(
        String repository,
        String id,
        String version,
        String name,
        String summary,
        String news,
        String file,
        String contentHash) {}
