package org.waystation.plugins.verify;

import java.util.Optional;
import org.osgi.framework.Version;

/** What a program offers to plug-ins: the packages its bundles export, and their classes. */
public interface ProgramSurface {

    /** The version at which a package is exported; empty where it is not. */
    Optional<Version> exported(String packageName);

    /** Whether the program has the package at all, exported or not. */
    boolean holds(String packageName);

    /**
     * The class file of an exported type.
     *
     * @param type internal name, such as {@code org/waystation/api/work/WorkService}
     */
    Optional<byte[]> classFile(String type);
}
