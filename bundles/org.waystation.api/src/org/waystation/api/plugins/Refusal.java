package org.waystation.api.plugins;

import java.util.List;

/** Why a package or a change was refused. The set is closed, so that every reason can be shown, tested and documented. */
public sealed interface Refusal {

    /** What is wrong and what to do, for people. */
    String sentence();

    /** The file cannot be read as a jar or {@code .wsplugin}. */
    record NotAnArchive(String file, String detail) implements Refusal {
        @Override
        public String sentence() {
            return "%s is no plug-in package (%s). Download it again, or ask its publisher for a .jar or .wsplugin file."
                    .formatted(file, detail);
        }
    }

    /** An entry would be written outside its folder. */
    record UnsafePath(String entry) implements Refusal {
        @Override
        public String sentence() {
            return "The package holds the unsafe path “%s”. Do not use it; tell whoever gave it to you."
                    .formatted(entry);
        }
    }

    /** Something is over its limit. */
    record TooLarge(String what, long size, long limit) implements Refusal {
        @Override
        public String sentence() {
            return "%s is too large: %,d, and at most %,d is accepted. Ask its publisher for a smaller package."
                    .formatted(what, size, limit);
        }
    }

    /** Two entries of one name: which one counts would depend on who reads it. */
    record DuplicateEntry(String entry) implements Refusal {
        @Override
        public String sentence() {
            return "The package holds “%s” twice. Do not use it; ask its publisher for a clean build.".formatted(entry);
        }
    }

    /** A {@code .wsplugin} holds something that is no bundle, or not exactly one plug-in. */
    record UnexpectedContent(String detail) implements Refusal {
        @Override
        public String sentence() {
            return "The package is not laid out as a plug-in: %s. Ask its publisher to build it again."
                    .formatted(detail);
        }
    }

    /** The manifest is missing or cannot be read. */
    record CorruptManifest(String detail) implements Refusal {
        @Override
        public String sentence() {
            return "The package's manifest cannot be read: %s. Ask its publisher to build it again.".formatted(detail);
        }
    }

    /** A header or one of its attributes is missing. */
    record MissingHeader(String header) implements Refusal {
        @Override
        public String sentence() {
            return "The manifest does not say %s. If this is meant to be a plug-in, its author must add it."
                    .formatted(header);
        }
    }

    /** A header is there but does not make sense. */
    record MalformedHeader(String header, String detail) implements Refusal {
        @Override
        public String sentence() {
            return "The manifest's %s is wrong: %s. Its author must correct it.".formatted(header, detail);
        }
    }

    /**
     * Its code does not keep to what plug-ins have to, such as by using what is not published.
     *
     * @param rule as the plug-in guide names it
     * @param detail of the first place where it does not
     * @param places how many there are
     */
    record BreaksRule(String name, String rule, String detail, int places) implements Refusal {
        @Override
        public String sentence() {
            String more = places > 1 ? " (and in %d places more)".formatted(places - 1) : "";
            return "%s breaks the rule “%s”%s: %s Its author can see all with ./waystation verify-plugin."
                    .formatted(name, rule, more, detail);
        }
    }

    record UnknownCapability(String word) implements Refusal {
        @Override
        public String sentence() {
            return "It asks for the capability “%s”, which this program does not know. Update Waystation, or ask its author."
                    .formatted(word);
        }
    }

    record UnknownKind(String word) implements Refusal {
        @Override
        public String sentence() {
            return "It brings a “%s”, which this program does not know. Update Waystation, or ask its author."
                    .formatted(word);
        }
    }

    /** Made for another API than this program has. */
    record WrongApi(String wanted, String present) implements Refusal {
        @Override
        public String sentence() {
            return "It is made for version %s of the plug-in API, and this program has %s. Get the version of the plug-in that fits."
                    .formatted(wanted, present);
        }
    }

    record Unsigned(String id) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” is not signed. Ask its publisher for a signed package; unsigned ones are only accepted in developer mode."
                    .formatted(id);
        }
    }

    /** An entry does not match its signature, was added after signing, or is signed by somebody else. */
    record Tampered(String entry, String detail) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” does not match the package's signature (%s). It was altered: do not use it, download it again."
                    .formatted(entry, detail);
        }
    }

    record PublisherChanged(String id, Publisher pinned, Publisher offered) implements Refusal {
        @Override
        public String sentence() {
            return ("“%s” was published by %s, and this package is signed by %s. Ask the publisher whether they changed their"
                            + " key; until then keep what you have.")
                    .formatted(id, shown(pinned), shown(offered));
        }

        private static String shown(Publisher publisher) {
            String fingerprint = publisher.fingerprint();
            return publisher.signed()
                    ? "%s (%s…)"
                            .formatted(publisher.name(), fingerprint.substring(0, Math.min(16, fingerprint.length())))
                    : "nobody";
        }
    }

    record Revoked(String id, String why) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” was revoked: %s. Remove it, and look for a newer version.".formatted(id, why);
        }
    }

    record Downgrade(String id, String installed, String offered) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” is installed as %s, and this is the older %s. To go back, remove the plug-in first."
                    .formatted(id, installed, offered);
        }
    }

    /** The same version with other content. */
    record SameVersionDiffers(String id, String version) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” %s is installed already, with other content. Its publisher must give the new package a new version."
                    .formatted(id, version);
        }
    }

    record ForbiddenByPolicy(String id, String policy) implements Refusal {
        @Override
        public String sentence() {
            return "Your company does not allow “%s” (%s). Ask whoever looks after that policy.".formatted(id, policy);
        }
    }

    record ForcedByPolicy(String id, String policy) implements Refusal {
        @Override
        public String sentence() {
            return "Your company wants “%s” to run (%s). Ask whoever looks after that policy.".formatted(id, policy);
        }
    }

    record PolicyUnreadable(String file, String detail) implements Refusal {
        @Override
        public String sentence() {
            return "The policy file %s cannot be read (%s), so nothing is installed. Correct the file or ask your company."
                    .formatted(file, detail);
        }
    }

    record MissingDependency(String id, PluginDependency needed) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” needs the plug-in “%s” in version %s, which is not there. Install that one first, or both together."
                    .formatted(id, needed.id(), needed.versions());
        }
    }

    /** Plug-ins that need each other: neither could be updated or removed without the other. */
    record NeedEachOther(List<String> ids) implements Refusal {
        public NeedEachOther {
            ids = List.copyOf(ids);
        }

        @Override
        public String sentence() {
            return "The plug-ins %s need each other, so that none could be removed alone. Their authors must untie them."
                    .formatted(String.join(" → ", ids));
        }
    }

    record StillNeeded(String id, List<String> by) implements Refusal {
        public StillNeeded {
            by = List.copyOf(by);
        }

        @Override
        public String sentence() {
            return "“%s” is needed by %s. Remove or disable that first.".formatted(id, String.join(", ", by));
        }
    }

    record NotInstalled(String id) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” is not installed.".formatted(id);
        }
    }

    /** It was tried and did not start; all was put back. */
    record DoesNotStart(String id, String detail) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” does not start (%s). Everything is as it was before; send this message to its author."
                    .formatted(id, detail);
        }
    }

    /** What was inspected is not there any more. */
    record Stale(String id) implements Refusal {
        @Override
        public String sentence() {
            return "“%s” changed since it was inspected. Choose the file again.".formatted(id);
        }
    }

    /** This machine could not write. */
    record CannotKeep(String detail) implements Refusal {
        @Override
        public String sentence() {
            return "The plug-in could not be kept on this machine: %s. Everything is as it was before."
                    .formatted(detail);
        }
    }

    /** A repository's index or one of its packages could not be had. */
    record RepositoryUnreadable(String repository, String detail) implements Refusal {
        @Override
        public String sentence() {
            return "The plug-in repository %s cannot be read (%s). Try again later, or ask whoever looks after it."
                    .formatted(repository, detail);
        }
    }
}
