package org.waystation.api.profile;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Published in place of {@link Profile} where this process cannot hold the profile, so that the technician can be told. */
@ProviderType
public interface ProfileUnavailable {

    Path folder();

    /** Why, and what to do about it, in words for the technician. */
    String message();
}
