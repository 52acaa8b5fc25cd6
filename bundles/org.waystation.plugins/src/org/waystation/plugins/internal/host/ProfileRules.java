package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import org.waystation.plugins.internal.trust.Policy;
import org.waystation.plugins.internal.trust.PolicyReader;
import org.waystation.plugins.internal.trust.Revocations;
import org.waystation.plugins.internal.trust.TrustJudge;

/** The rules as they stand in the files now. */
record ProfileRules(PolicyReader policies, Path revoked) implements PluginHost.RulesSource {

    @Override
    public Policy policy() {
        return policies.read();
    }

    @Override
    public TrustJudge judge(Policy policy) throws IOException {
        return new TrustJudge(policy, Revocations.read(revoked));
    }
}
