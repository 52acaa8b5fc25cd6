package org.waystation.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class against the real program: started once, with a profile of its own that is thrown away, and handed to
 * tests and constructors as a {@link Workstation}. Needs a display; Xvfb with a window manager will do.
 *
 * <p>With the configuration parameter {@value #SHARED} of JUnit set to true, one class after the other uses the same
 * program as long as each wants it alike, which saves the starts; then each has to leave it as it was.
 *
 * <p>The program is that of the SDK named by the system property {@code waystation.sdk}, which the parent of plug-in
 * projects sets.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorkstationExtension.class)
public @interface WithWorkstation {

    /** The configuration parameter of JUnit that keeps the program for the next class. */
    String SHARED = "waystation.workstation.shared";

    /** {@code light} or {@code dark}. */
    String theme() default "light";

    /** Pixels of the screen to a point of the program, 1 or 2. */
    int scale() default 1;

    /** What the program is connected to. */
    Remote remote() default Remote.SAMPLE;

    /** What stands in for the remote system. */
    enum Remote {
        /** Nothing, until a plug-in brings a backend: a technician who has never been online. */
        NONE,
        /** A {@link org.waystation.testkit.fake.FakeBackend} that holds {@link org.waystation.testkit.fake.SampleData}. */
        SAMPLE
    }
}
