package org.waystation.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every package says by {@code @NullMarked} that null is nowhere, save where it says so (JSpecify 1.0). */
final class NullMarkedRule implements Rule {

    private static final Pattern MARK = Pattern.compile("@(org\\.jspecify\\.annotations\\.)?NullMarked\\b");

    @Override
    public List<String> violations(House house) {
        List<String> violations = new ArrayList<>();
        for (BundleFolder bundle : house.bundles()) {
            Set<String> marked = bundle.sources().stream()
                    .filter(source -> source.isPackageInfo()
                            && MARK.matcher(source.code()).find())
                    .map(Source::packageName)
                    .collect(Collectors.toSet());
            Set<String> packages =
                    bundle.sources().stream().map(Source::packageName).collect(Collectors.toCollection(TreeSet::new));
            packages.removeAll(marked);
            packages.forEach(name -> violations.add(bundle.name() + ": " + name + " is not @NullMarked"));
        }
        return violations;
    }
}
