package org.waystation.plugins.verify;

import java.util.Optional;
import java.util.SortedSet;
import org.osgi.framework.Version;

/** What a program offers to plug-ins: the packages its bundles export, and their classes. */
public interface ProgramSurface {

    /** The versions at which a package is exported, which may be several at once; none where it is not. */
    SortedSet<Version> exported(String packageName);

    /** Whether the program has the package at all, exported or not. */
    boolean holds(String packageName);

    /**
     * The class file of an exported type.
     *
     * @param type internal name, such as {@code org/waystation/api/work/WorkService}
     */
    Optional<byte[]> classFile(String type);
}
